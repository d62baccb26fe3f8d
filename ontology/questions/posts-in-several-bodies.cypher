// 问: 哪些人同时在两个以上的组织任职？
// Q: Who holds posts in more than one body at once?
MATCH (t:Tenure)-[:HOLDER]->(p:Person), (t)-[:ORGANIZATION]->(o:Organization), (t)-[s:STATED_IN]->(d:Document)
WHERE NOT coalesce(t.former, false)
  AND EXISTS { MATCH (p)<-[:HOLDER]-(u:Tenure)-[:ORGANIZATION]->(q:Organization) WHERE q.id <> o.id AND NOT coalesce(u.former, false) }
RETURN p.id AS id, p.name AS person, o.name AS organization, t.title AS title, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY person, id, organization, title, document, quote
