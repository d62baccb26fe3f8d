// 问: 某人撰写或拍摄了哪些文章、著作？
// Q: Which works did a person write or photograph?
// param: name = 沈望舒
MATCH (x:Authorship)-[:AGENT]->(p:Person), (x)-[:WORK]->(w:Work), (x)-[s:STATED_IN]->(d:Document)
WHERE p.name = $name
RETURN p.id AS id, p.name AS person, x.role AS role, w.name AS work, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY id, work, role, document, quote
