// 问: 某单位有哪些未注明职务的作者和职工？
// Q: Which authors and workers without a post belong to an organization?
// param: organization = 江海
MATCH (x:Affiliation)-[:PERSON]->(p:Person), (x)-[:ORGANIZATION]->(o:Organization), (x)-[s:STATED_IN]->(d:Document)
WHERE o.name CONTAINS $organization
RETURN o.name AS organization, p.id AS id, p.name AS person, x.occupation AS occupation, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY organization, person, id, document, quote
