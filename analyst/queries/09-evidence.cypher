// 出处：一个人的每条事实，原文和位置（表）
// Every fact about a person with its words and their place in the kept text (table).
WITH '沈望舒' AS name
MATCH (p:Person) WHERE p.name = name OR name IN p.alias
MATCH (p)<-[:HOLDER|PERSON|RECIPIENT|AGENT]-(f:Fact)-[:ORGANIZATION|HONOUR|ACTIVITY|COMPETITION|PROJECT|WORK|PUBLICATION]->(o:Entity)
MATCH (f)-[s:STATED_IN]->(d:Document)
RETURN [l IN labels(f) WHERE NOT l IN ['Thing', 'Fact']][0] AS `类别`, coalesce(f.title, f.occupation, f.prize, f.role) AS `职务或角色`, o.name AS `对象`,
       s.quote AS `原文`, coalesce(d.name, d.documentKind) AS `篇目`, s.spanStart AS `起`, s.spanEnd AS `止`
ORDER BY s.spanStart, f.id, o.sortKey
