// 问: 某刊物的编委会、主编和编校人员是谁？
// Q: Who is on the board of a publication, and who edits it?
// param: publication = 工运
MATCH (x:PublicationRole)-[:AGENT]->(p:Person), (x)-[:PUBLICATION]->(b:Publication), (x)-[s:STATED_IN]->(d:Document)
WHERE b.name CONTAINS $publication
RETURN x.role AS role, p.id AS id, p.name AS person, b.name AS publication, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY role, person, id, publication, document, quote
