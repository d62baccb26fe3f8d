// 问: 某人说过什么？
// Q: What did a person say?
// param: name = 沈望舒
MATCH (x:Quotation)-[:SPEAKER]->(a:Agent), (x)-[s:STATED_IN]->(d:Document)
WHERE a.name = $name
RETURN a.id AS id, a.name AS speaker, x.text AS text, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY id, text, document, quote
