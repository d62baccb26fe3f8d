// 题: 事件一览
// Title: Events
// column: id string: 事件标识 | Id of the event
// column: name string: 名称 | Name
// column: kind string: 类型代码 | Code of the kind
// column: kindLabel string: 类型 | Kind
// column: start date: 开始 | Beginning
// column: end date: 结束 | End
// column: place string: 地点 | Place
// column: venue string: 场所 | Venue
// column: participants integer: 参与者数 | How many took part, of those that are named
// column: statements integer: 出处数 | How many places state it
// variable: from date = : 自何时起（2025、2025-11、2025-11-12） | From when on
// variable: to date = : 至何时止，含当日、当月或当年 | Until when, inclusive
// variable: place string = : 地点全名 | Full name of the place
// variable: kind code(eventKind) = : 事件类型 | Kind of event
// variable: lang choice(zh, en) = zh: 标签的语言 | Language of the labels
// variable: limit integer(1..100000) = 10000: 最多行数 | At most so many rows
MATCH (e:Event)
WHERE ($from = '' OR e.start >= $from) AND ($to = '' OR e.start <= $to + '~') AND ($kind = '' OR e.kind = $kind)
OPTIONAL MATCH (e)-[:PLACE]->(p:Place)
WITH e, p WHERE $place = '' OR p.name = $place
RETURN e.id AS id, e.name AS name, e.kind AS kind, $words.codes.eventKind[e.kind] AS kindLabel, e.start AS start, e.end AS end,
       p.name AS place, e.venue AS venue, COUNT { MATCH (e)<-[:ACTIVITY]-(:Participation)-[:AGENT]->(a) RETURN DISTINCT a } AS participants,
       COUNT { (e)-[:STATED_IN]->() } AS statements
ORDER BY coalesce(start, ''), coalesce(e.sortKey, ''), id
LIMIT $limit
