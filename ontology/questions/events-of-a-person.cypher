// 问: 某人在某月参加了哪些活动，各是什么角色？
// Q: In which events of a month did a person take part, and in which role?
// demo: 2
// param: name = 沈望舒
// param: month = 2025-11
MATCH (x:Participation)-[:AGENT]->(p:Person), (x)-[:ACTIVITY]->(e:Activity), (x)-[s:STATED_IN]->(d:Document)
WHERE (p.name = $name OR $name IN p.alias) AND e.start STARTS WITH $month
RETURN p.id AS id, p.name AS person, e.start AS start, e.name AS event, x.role AS role, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY id, start, event, role, document, quote
