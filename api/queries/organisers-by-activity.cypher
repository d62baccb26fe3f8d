// 题: 各项活动的主办、承办、协办单位
// Title: Organisers by activity
// column: activity string: 活动 | Activity
// column: activityId string: 活动标识 | Id of the activity
// column: activityClass string: 活动类别 | Class of the activity
// column: start date: 开始 | Beginning
// column: end date: 结束 | End
// column: role string: 角色代码 | Code of the role
// column: roleLabel string: 角色 | Role
// column: organization string: 组织 | Organization
// column: organizationId string: 组织标识 | Id of the organization
// column: statements integer: 出处数 | How many places state it
// column: factId string: 主承办事实的标识 | Id of the fact
// variable: activity string = : 活动名称所含文字 | Text within the activity's name
// variable: role code(organisingRole) = : 角色 | Role
// variable: from date = : 自何时起（2025、2025-11、2025-11-12） | From when on
// variable: to date = : 至何时止，含当日、当月或当年 | Until when, inclusive
// variable: lang choice(zh, en) = zh: 标签的语言 | Language of the labels
// variable: limit integer(1..100000) = 10000: 最多行数 | At most so many rows
MATCH (g:Organising)-[:ACTIVITY]->(e:Activity), (g)-[:ORGANIZATION]->(o:Organization)
WHERE ($activity = '' OR e.name CONTAINS $activity) AND ($role = '' OR g.role = $role)
  AND ($from = '' OR e.start >= $from) AND ($to = '' OR e.start <= $to + '~')
RETURN e.name AS activity, e.id AS activityId, head([c IN $words.classes WHERE c.name IN labels(e) | c.label]) AS activityClass,
       e.start AS start, e.end AS end, g.role AS role, $words.codes.organisingRole[g.role] AS roleLabel,
       o.name AS organization, o.id AS organizationId, COUNT { (g)-[:STATED_IN]->() } AS statements, g.id AS factId
ORDER BY coalesce(start, ''), coalesce(e.sortKey, ''), activityId, role, coalesce(o.sortKey, ''), organizationId
LIMIT $limit
