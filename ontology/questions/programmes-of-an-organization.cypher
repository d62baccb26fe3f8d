// 问: 某组织实施哪些行动、计划和机制？
// Q: Which programmes does an organization run?
// param: organization = 总工会
MATCH (g:Organising)-[:ORGANIZATION]->(o:Organization), (g)-[:ACTIVITY]->(m:Programme), (g)-[s:STATED_IN]->(d:Document)
WHERE o.name CONTAINS $organization
RETURN o.name AS organization, m.name AS programme, m.programmeKind AS kind, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY organization, programme, document, quote
