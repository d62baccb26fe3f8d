// 问: 某刊物由哪些单位主办、编印、出版和印刷？
// Q: Which bodies issue, edit and print a publication?
// param: publication = 工运
MATCH (x:PublicationRole)-[:AGENT]->(o:Organization), (x)-[:PUBLICATION]->(b:Publication), (x)-[s:STATED_IN]->(d:Document)
WHERE b.name CONTAINS $publication
RETURN x.role AS role, o.name AS organization, b.name AS publication, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY role, organization, publication, document, quote
