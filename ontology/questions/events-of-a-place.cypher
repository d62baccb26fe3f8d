// 问: 某地某月举办了哪些活动？
// Q: Which events were held at a place in a month?
// param: place = 临江市
// param: month = 2025-11
MATCH (e:Event)-[:PLACE]->(l:Place), (e)-[s:STATED_IN]->(d:Document)
WHERE l.name STARTS WITH $place AND e.start STARTS WITH $month
RETURN l.name AS place, e.start AS start, e.name AS event, e.kind AS kind, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY start, event, document, quote
