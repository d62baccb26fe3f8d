// 同场：一个人何时在哪里、与谁一同参加活动（表）
// When and where a person took part in what, and with whom (table).
WITH '沈望舒' AS name
MATCH (p:Person) WHERE p.name = name OR name IN p.alias
MATCH (p)<-[:AGENT]-(:Participation)-[:ACTIVITY]->(e:Activity)
WITH DISTINCT p, e
OPTIONAL MATCH (e)-[:PLACE]->(w:Place)
RETURN e.start AS `日期`, coalesce(e.venue, w.name) AS `地点`, e.name AS `活动`,
       COLLECT { MATCH (e)<-[:ACTIVITY]-(:Participation)-[:AGENT]->(o:Person) WHERE o.id <> p.id
                 WITH DISTINCT o RETURN o.name ORDER BY o.sortKey } AS `同场的人`
ORDER BY e.start, e.sortKey, e.id
