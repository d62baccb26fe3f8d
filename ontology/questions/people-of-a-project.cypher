// 问: 某工程项目由谁承担，任何职责？
// Q: Who works on a project, and as what?
// param: project = 通道
MATCH (x:Involvement)-[:AGENT]->(a:Agent), (x)-[:PROJECT]->(j:Project), (x)-[s:STATED_IN]->(d:Document)
WHERE j.name CONTAINS $project
RETURN j.name AS project, a.id AS id, a.name AS agent, x.title AS title, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY project, agent, id, title, document, quote
