// 问: 有哪些某一级别的竞赛，是第几届？
// Q: Which competitions of a level are there, and which one of their series is each?
// param: level = provincial
MATCH (c:Competition)-[s:STATED_IN]->(d:Document)
WHERE c.competitionLevel = $level
RETURN c.name AS competition, c.ordinal AS ordinal, c.year AS years, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY competition, document, quote
