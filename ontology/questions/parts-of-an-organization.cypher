// 问: 某组织下属哪些部门和单位？
// Q: Which bodies are parts of an organization?
// param: organization = 总工会
MATCH (x:Membership)-[:MEMBER]->(m:Organization), (x)-[:WHOLE]->(o:Organization), (x)-[s:STATED_IN]->(d:Document)
WHERE o.name CONTAINS $organization
RETURN o.name AS organization, m.name AS member, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY organization, member, document, quote
