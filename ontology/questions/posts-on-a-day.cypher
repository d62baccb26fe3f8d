// 问: 某日在某组织任职的有谁，哪些是确知的？
// Q: Who held a post in a body on a day, and of whom is it certain?
// param: body = 江海省总工会
// param: day = 2025-11-13
MATCH (t:Tenure)-[:ORGANIZATION]->(o:Organization {name: $body}), (t)-[:HOLDER]->(p:Person), (t)-[s:STATED_IN]->(d:Document)
WHERE t.possibleFrom <= $day AND t.possibleTo >= $day
  AND NOT any(x IN coalesce(t.excludedDays, []) WHERE left(x, 10) <= $day AND right(x, 10) >= $day)
RETURN p.id AS id, p.name AS person, t.title AS title, t.start AS start, t.end AS end,
       any(x IN coalesce(t.certainDays, []) WHERE left(x, 10) <= $day AND right(x, 10) >= $day) AS certain,
       s.quote AS quote, coalesce(d.name, d.documentKind) AS document
ORDER BY id, title, document, quote
