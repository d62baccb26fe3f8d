// 问: 文中引用了哪些文献，由谁发布，是哪一年的？
// Q: Which works are cited, of which kind, and when did they come out?
// param: title = 规划
MATCH (w:CitedWork)-[s:STATED_IN]->(d:Document)
WHERE w.name CONTAINS $title
OPTIONAL MATCH (x:Authorship)-[:WORK]->(w), (x)-[:AGENT]->(o:Organization) WHERE x.role = 'issuer'
RETURN w.name AS work, w.workKind AS kind, w.issued AS issued, o.name AS issuer, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY work, issuer, document, quote
