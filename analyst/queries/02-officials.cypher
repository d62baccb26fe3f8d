// 任职：一个组织的现任干部（表）
// Who holds which post in a body (table); its name or a short name of it stands in the first line.
WITH '江海省总工会' AS name
MATCH (o:Organization) WHERE o.name = name OR name IN o.alias
MATCH (o)<-[:ORGANIZATION]-(t:Tenure)-[:HOLDER]->(p:Person)
WHERE NOT coalesce(t.former, false)
RETURN o.name AS `组织`, t.title AS `职务`, p.name AS `姓名`, t.attestedTo AS `最晚见于`
ORDER BY p.sortKey, t.title, t.id
