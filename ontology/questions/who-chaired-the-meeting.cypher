// 问: 某日的会议由谁主持？
// Q: Who chaired the meeting of a date?
// demo: 1
// param: date = 2025-11-12
MATCH (x:Participation)-[:AGENT]->(p:Person), (x)-[:ACTIVITY]->(e:Event), (x)-[s:STATED_IN]->(d:Document)
WHERE x.role = 'chaired' AND e.kind = 'meeting' AND (e.start = $date OR (e.start <= $date AND e.end >= $date))
RETURN p.name AS person, e.name AS meeting, e.start AS start, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY meeting, person, document, quote
