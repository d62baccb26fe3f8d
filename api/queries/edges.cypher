// 题: 关系网的边
// Title: Edges of the network, for Grafana's Node Graph panel
// column: id string: 事实标识 | Id of the fact
// column: source string: 起点标识 | Id of the node where it begins
// column: target string: 终点标识 | Id of the node where it ends
// column: mainStat string: 职务、角色或事实类别 | Title, role or class of the fact
// variable: around string = : 只取此标识周围的事实 | Only facts around the thing of this id
// variable: fact class(Fact) = : 事实类别，如 Tenure | Class of the facts, such as Tenure
// variable: lang choice(zh, en) = zh: 标签的语言 | Language of the labels
// variable: limit integer(1..20000) = 500: 最多取多少条边；nodes 用同样的值 | At most so many edges; ask nodes with the same
MATCH (a:Entity)<-[:HOLDER|RECIPIENT|AGENT|ORGANIZATION]-(f:Fact)-[:ORGANIZATION|HONOUR|ACTIVITY]->(b:Entity)
WHERE ($around = '' OR a.id = $around OR b.id = $around) AND ($fact = '' OR $fact IN labels(f))
RETURN f.id AS id, a.id AS source, b.id AS target,
       coalesce(f.title, $words.codes.participationRole[f.role], $words.codes.organisingRole[f.role],
                head([c IN $words.classes WHERE c.name IN labels(f) | c.label])) AS mainStat
ORDER BY coalesce(a.sortKey, ''), coalesce(b.sortKey, ''), id
LIMIT $limit
