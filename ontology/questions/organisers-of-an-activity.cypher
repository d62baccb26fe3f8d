// 问: 某项竞赛或活动由哪些组织主办、承办、协办？
// Q: Which bodies organised a competition or an activity, and in which role?
// demo: 5
// param: name = 焊接技能大赛
MATCH (g:Organising)-[:ORGANIZATION]->(o:Organization), (g)-[:ACTIVITY]->(e:Activity), (g)-[s:STATED_IN]->(d:Document)
WHERE e.name CONTAINS $name
RETURN e.name AS activity, e.start AS start, o.name AS organization, g.role AS role, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY activity, role, organization, document, quote
