// 离任：谁不再担任什么职务，原文怎么说（表）
// Who has left which post, and in what words (table).
MATCH (p:Person)<-[:HOLDER]-(t:Tenure)-[:ORGANIZATION]->(o:Organization)
WHERE t.former
MATCH (t)-[s:STATED_IN]->(d:Document)
RETURN p.name AS `姓名`, o.name AS `组织`, t.title AS `职务`, coalesce(t.end, t.possibleTo) AS `不晚于`, s.quote AS `原文`, coalesce(d.name, d.documentKind) AS `篇目`
ORDER BY p.sortKey, o.sortKey, t.title, t.id, s.spanStart
