// 竞赛：主承办单位、决赛和获奖者（图）
// A competition with its organisers, what is part of it and who won what (graph); a part of its name stands in the first line.
WITH '焊接' AS text
MATCH (c:Competition) WHERE c.name CONTAINS text
OPTIONAL MATCH (c)<-[r:ACTIVITY|COMPETITION|PART_OF]-(f:Organising|PrizeResult|Activity)
OPTIONAL MATCH (f)-[s:ORGANIZATION|RECIPIENT]->(a:Agent)
RETURN c, r, f, s, a
ORDER BY c.sortKey, type(r), a.sortKey, f.id
LIMIT 200
