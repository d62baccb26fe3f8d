// 问: 关于某一对象有哪些统计数据，各属哪个时期？
// Q: Which figures are there of a subject, and of which period?
// param: subject = 江海省
MATCH (x:Observation)-[s:STATED_IN]->(d:Document)
WHERE x.subject CONTAINS $subject
RETURN x.subject AS subject, x.metric AS metric, x.value AS value, x.valueMax AS value_max, x.unit AS unit, x.bound AS bound, x.period AS period, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY subject, metric, period, value, document, quote
