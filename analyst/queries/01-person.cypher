// 人物：一个人的任职、荣誉和参加的活动（图）
// A person with posts, honours and activities (graph); put another name into the first line.
WITH '沈望舒' AS name
MATCH (p:Person) WHERE p.name = name OR name IN p.alias
MATCH (p)<-[r:HOLDER|PERSON|RECIPIENT|AGENT]-(f:Fact)-[s:ORGANIZATION|HONOUR|ACTIVITY|COMPETITION|PROJECT|WORK|PUBLICATION]->(o:Entity)
RETURN p, r, f, s, o
ORDER BY o.sortKey, f.id
LIMIT 200
