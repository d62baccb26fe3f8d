// 问: 谁获得了哪项荣誉，是哪一年的？
// Q: Who bears which honour, and of which year?
// demo: 4
// param: honour = 劳动
MATCH (w:Award)-[:RECIPIENT]->(a:Agent), (w)-[:HONOUR]->(h:Honour), (w)-[s:STATED_IN]->(d:Document)
WHERE h.name CONTAINS $honour
WITH a, h, s, d, reduce(text = '', y IN coalesce(w.year, []) | text + CASE WHEN text = '' THEN '' ELSE '、' END + toString(y)) AS years
RETURN a.id AS id, a.name AS recipient, h.name AS honour, years, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY honour, years, recipient, id, document, quote
