// 题: 各组织的任职人员
// Title: Officials by body, with their posts
// column: body string: 组织 | Body
// column: bodyId string: 组织标识 | Id of the body
// column: bodyClass string: 组织类别 | Class of the body
// column: title string: 职务 | Title of the post
// column: person string: 姓名 | Name of the official
// column: personId string: 人物标识 | Id of the official
// column: start date: 任职开始 | Beginning of the post
// column: end date: 任职结束 | End of the post
// column: former boolean: 是否已不任此职 | Whether the post has been left
// column: attestedFrom date: 最早见于 | First day on which a source shows the post
// column: attestedTo date: 最晚见于 | Last day on which a source shows the post
// column: statements integer: 出处数 | How many places state it
// column: factId string: 任职事实的标识 | Id of the fact
// variable: body string = : 组织名称或别名 | Name or alias of the body
// variable: class class(Organization) = : 组织类别，如 Union | Class of the body, such as Union
// variable: title string = : 职务所含文字 | Text within the title
// variable: former choice(any, no, yes) = any: 是否含已离任的 | Posts that were left: any, none of them, only them
// variable: lang choice(zh, en) = zh: 标签的语言 | Language of the labels
// variable: limit integer(1..100000) = 10000: 最多行数 | At most so many rows
MATCH (t:Tenure)-[:ORGANIZATION]->(o:Organization), (t)-[:HOLDER]->(p:Person)
WHERE ($body = '' OR o.name = $body OR $body IN o.alias) AND ($class = '' OR $class IN labels(o))
  AND ($title = '' OR t.title CONTAINS $title)
  AND ($former = 'any' OR ($former = 'yes' AND coalesce(t.former, false)) OR ($former = 'no' AND NOT coalesce(t.former, false)))
RETURN o.name AS body, o.id AS bodyId, head([c IN $words.classes WHERE c.name IN labels(o) | c.label]) AS bodyClass, t.title AS title,
       p.name AS person, p.id AS personId, t.start AS start, t.end AS end, coalesce(t.former, false) AS former,
       t.attestedFrom AS attestedFrom, t.attestedTo AS attestedTo, COUNT { (t)-[:STATED_IN]->() } AS statements, t.id AS factId
ORDER BY coalesce(o.sortKey, ''), bodyId, title, coalesce(p.sortKey, ''), personId, factId
LIMIT $limit
