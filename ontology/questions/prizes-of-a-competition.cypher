// 问: 某项竞赛的各项目由谁获得什么奖？
// Q: Who won which prize in which item of a competition?
// param: competition = 焊接技能大赛
MATCH (x:PrizeResult)-[:RECIPIENT]->(a:Agent), (x)-[:COMPETITION]->(c:Competition), (x)-[s:STATED_IN]->(d:Document)
WHERE c.name CONTAINS $competition
RETURN c.name AS competition, x.item AS item, x.prize AS prize, a.id AS id, a.name AS recipient, s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY competition, item, prize, recipient, id, document, quote
