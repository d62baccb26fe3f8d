// 问: 某项指标的数值是多少，是谁的，属哪个时期？
// Q: What are the figures of a metric, whose are they, and of which period?
// param: metric = 职工
MATCH (x:Observation)-[s:STATED_IN]->(d:Document)
WHERE x.metric CONTAINS $metric
RETURN x.metric AS metric, x.subject AS subject, x.value AS value, x.valueMax AS value_max, x.unit AS unit, x.bound AS bound, x.period AS period, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY metric, subject, period, value, document, quote
