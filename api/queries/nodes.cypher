// 题: 关系网的点
// Title: Nodes of the network, for Grafana's Node Graph panel
// column: id string: 标识 | Id
// column: title string: 名称 | Name
// column: subTitle string: 类别 | Class
// column: mainStat integer: 所取的边中涉及此点的条数 | How many of the edges asked for touch it
// variable: around string = : 只取此标识周围的事实 | Only facts around the thing of this id
// variable: fact class(Fact) = : 事实类别，如 Tenure | Class of the facts, such as Tenure
// variable: lang choice(zh, en) = zh: 标签的语言 | Language of the labels
// variable: limit integer(1..20000) = 500: 最多取多少条边（点由边而来） | At most so many edges, whose ends are the nodes
MATCH (a:Entity)<-[:HOLDER|RECIPIENT|AGENT|ORGANIZATION]-(f:Fact)-[:ORGANIZATION|HONOUR|ACTIVITY]->(b:Entity)
WHERE ($around = '' OR a.id = $around OR b.id = $around) AND ($fact = '' OR $fact IN labels(f))
WITH f, a, b ORDER BY coalesce(a.sortKey, ''), coalesce(b.sortKey, ''), f.id LIMIT $limit
UNWIND [a, b] AS n
WITH n, count(DISTINCT f) AS facts
RETURN n.id AS id, n.name AS title, head([c IN $words.classes WHERE c.name IN labels(n) | c.label]) AS subTitle, facts AS mainStat
ORDER BY coalesce(n.sortKey, ''), id
