// 问: 某人在哪些组织担任什么职务？
// Q: Which posts does a person hold, and in which bodies?
// demo: 3
// param: name = 梁景澜
MATCH (t:Tenure)-[:HOLDER]->(p:Person), (t)-[:ORGANIZATION]->(o:Organization), (t)-[s:STATED_IN]->(d:Document)
WHERE (p.name = $name OR $name IN p.alias) AND NOT coalesce(t.former, false)
RETURN p.id AS id, p.name AS person, t.title AS title, o.name AS organization, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY id, organization, title, document, quote
