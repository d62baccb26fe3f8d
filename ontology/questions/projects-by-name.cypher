// 问: 来源中谈到哪些工程、产品和课题，在何地，属于谁？
// Q: Which projects are spoken of, where are they, and whose are they?
// param: name = 通道
MATCH (j:Project)-[s:STATED_IN]->(d:Document)
WHERE j.name CONTAINS $name
OPTIONAL MATCH (j)-[:PLACE]->(l:Place)
OPTIONAL MATCH (j)-[:ORGANIZATION]->(o:Organization)
RETURN j.name AS project, j.projectKind AS kind, l.name AS place, o.name AS organization, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY project, document, quote
