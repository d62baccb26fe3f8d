// 荣誉：谁在哪一年获得什么荣誉称号（表）
// Who bears which honour, and of which year (table); a part of the honour's name stands in the first line, '' takes all.
WITH '劳动' AS text
MATCH (w:Award)-[:HONOUR]->(h:Honour), (w)-[:RECIPIENT]->(a:Agent)
WHERE h.name CONTAINS text
RETURN h.name AS `荣誉称号`, w.year AS `年份`, a.name AS `获得者`, COUNT { (w)-[:STATED_IN]->() } AS `出处数`
ORDER BY h.sortKey, a.sortKey, w.id
