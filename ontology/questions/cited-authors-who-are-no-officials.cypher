// 问: 哪些被引作者不是文中任职的人物？
// Q: Which cited authors are no officials of the news?
MATCH (x:Authorship)-[:AGENT]->(p:Person), (x)-[:WORK]->(w:CitedWork), (x)-[s:STATED_IN]->(d:Document)
WHERE NOT EXISTS { MATCH (t:Tenure)-[:HOLDER]->(p) }
RETURN p.id AS id, p.name AS author, w.name AS work, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY author, id, work, document, quote
