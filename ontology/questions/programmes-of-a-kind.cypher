// 问: 有哪些某一类型的行动项目？
// Q: Which programmes of a kind are there?
// param: kind = campaign
MATCH (m:Programme)-[s:STATED_IN]->(d:Document)
WHERE m.programmeKind = $kind
RETURN m.name AS programme, m.programmeKind AS kind, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY programme, document, quote
