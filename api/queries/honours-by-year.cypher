// 题: 各年各单位的荣誉
// Title: Honours by year and body
// column: year integer: 授予年度，来源未写则空 | Year of the award, empty where no source states it
// column: body string: 单位：获奖的组织，或获奖者任职的组织 | Body: the one honoured, or one in which the person honoured holds a post
// column: bodyId string: 单位标识 | Id of the body
// column: honour string: 荣誉称号 | Honour
// column: honourId string: 荣誉标识 | Id of the honour
// column: recipients integer: 获得者数；在几个单位任职的人各计一次 | How many bear it; who holds posts in several bodies counts in each
// variable: from integer(0..9999) = 0: 自哪一年起 | From which year on
// variable: to integer(0..9999) = 9999: 至哪一年止 | Until which year
// variable: honour string = : 荣誉名称所含文字 | Text within the honour's name
// variable: body string = : 单位全名 | Full name of the body
// variable: limit integer(1..100000) = 10000: 最多行数 | At most so many rows
MATCH (w:Award)-[:HONOUR]->(h:Honour), (w)-[:RECIPIENT]->(a:Agent)
WHERE $honour = '' OR h.name CONTAINS $honour
UNWIND CASE WHEN size(coalesce(w.year, [])) = 0 THEN [null] ELSE w.year END AS year
WITH h, a, year WHERE ($from = 0 AND $to = 9999) OR (year >= $from AND year <= $to)
OPTIONAL MATCH (a)<-[:HOLDER]-(:Tenure)-[:ORGANIZATION]->(o:Organization)
WITH h, a, year, CASE WHEN a:Organization THEN a ELSE o END AS b
WITH h, a, year, b WHERE $body = '' OR b.name = $body
WITH year, b.name AS body, b.id AS bodyId, b.sortKey AS bodyKey, h.name AS honour, h.id AS honourId, h.sortKey AS honourKey,
     count(DISTINCT a) AS recipients
RETURN year, body, bodyId, honour, honourId, recipients
ORDER BY coalesce(year, 0), coalesce(bodyKey, ''), coalesce(bodyId, ''), honourKey, honourId
LIMIT $limit
