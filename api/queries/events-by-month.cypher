// 题: 各月各地的事件数
// Title: Events by month and place
// column: month date: 开始的月份；来源只写年的为年 | Month of the beginning; a year where the source states no more
// column: place string: 地点 | Place
// column: placeId string: 地点标识 | Id of the place
// column: events integer: 事件数 | How many events
// variable: from date = : 自何时起（2025、2025-11、2025-11-12） | From when on
// variable: to date = : 至何时止，含当日、当月或当年 | Until when, inclusive
// variable: place string = : 地点全名 | Full name of the place
// variable: kind code(eventKind) = : 事件类型 | Kind of event
// variable: limit integer(1..100000) = 10000: 最多行数 | At most so many rows
MATCH (e:Event)
WHERE ($from = '' OR e.start >= $from) AND ($to = '' OR e.start <= $to + '~') AND ($kind = '' OR e.kind = $kind)
OPTIONAL MATCH (e)-[:PLACE]->(p:Place)
WITH e, p WHERE $place = '' OR p.name = $place
WITH left(e.start, 7) AS month, p.name AS place, p.id AS placeId, p.sortKey AS sortKey, count(e) AS events
RETURN month, place, placeId, events
ORDER BY coalesce(month, ''), coalesce(sortKey, ''), coalesce(placeId, '')
LIMIT $limit
