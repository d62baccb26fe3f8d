// 问: 某项活动上谁讲话、致辞或发言？
// Q: Who spoke at an event?
// param: event = 推进会
MATCH (x:Participation)-[:AGENT]->(a:Agent), (x)-[:ACTIVITY]->(e:Event), (x)-[s:STATED_IN]->(d:Document)
WHERE x.role = 'spoke' AND e.name CONTAINS $event
RETURN e.start AS start, e.name AS event, a.id AS id, a.name AS speaker, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY start, event, speaker, id, document, quote
