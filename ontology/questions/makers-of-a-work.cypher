// 问: 某篇文章或著作由谁撰写、拍摄？
// Q: Who wrote or photographed a work?
// param: title = 技能
MATCH (x:Authorship)-[:AGENT]->(a:Agent), (x)-[:WORK]->(w:Work), (x)-[s:STATED_IN]->(d:Document)
WHERE w.name CONTAINS $title
RETURN w.name AS work, x.role AS role, a.id AS id, a.name AS maker, x.affiliation AS affiliation, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY work, role, maker, id, document, quote
