// 问: 截至某一时刻，图谱已获知某组织有哪些任职？
// Q: Which posts in a body had the graph been told of by a moment?
// param: body = 江海省总工会
// param: moment = 2099-12-31T00:00:00Z
MATCH (t:Tenure|Retracted)-[:ORGANIZATION]->(o:Organization {name: $body}), (t)-[:HOLDER]->(p:Person|Retracted)
MATCH (t)-[s:STATED_IN|WAS_STATED_IN]->(d:Document|Retracted)
WHERE s.recordedFrom <= datetime($moment) AND (s.recordedTo IS NULL OR s.recordedTo > datetime($moment))
RETURN p.id AS id, p.name AS person, s.stated AS stated, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY id, document, quote
