// 活动：一次会议或活动的参加者、主承办单位和地点（图）
// A meeting with those who took part, its organisers and its place (graph); a part of its name stands in the first line.
WITH '推进会' AS text
MATCH (e:Activity) WHERE e.name CONTAINS text
OPTIONAL MATCH (e)<-[r:ACTIVITY]-(f:Fact)-[s:AGENT|ORGANIZATION]->(a:Agent)
OPTIONAL MATCH (e)-[t:PLACE]->(w:Place)
RETURN e, r, f, s, a, t, w
ORDER BY e.start, a.sortKey, f.id
LIMIT 200
