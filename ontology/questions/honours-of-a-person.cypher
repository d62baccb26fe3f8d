// 问: 某人获得过哪些荣誉，各是哪一年？
// Q: Which honours does a person bear, and of which years?
// param: name = 张伟
MATCH (w:Award)-[:RECIPIENT]->(p:Person), (w)-[:HONOUR]->(h:Honour), (w)-[s:STATED_IN]->(d:Document)
WHERE (p.name = $name OR $name IN p.alias)
RETURN p.id AS id, p.name AS person, h.name AS honour, w.year AS years, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY id, honour, document, quote
