// 竞赛：主办、承办、协办单位和决赛、闭幕式（图）
// A competition with its organisers and what is part of it (graph); a part of its name stands in the first line.
WITH '焊接' AS text
MATCH (c:Competition) WHERE c.name CONTAINS text
OPTIONAL MATCH (c)<-[r:ACTIVITY]-(g:Organising)-[s:ORGANIZATION]->(o:Organization)
OPTIONAL MATCH (c)<-[t:PART_OF]-(e:Activity)
RETURN c, r, g, s, o, t, e
ORDER BY c.start, o.sortKey, g.id, e.start, e.id
LIMIT 200
