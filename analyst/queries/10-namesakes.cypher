// 同名：名字相同的几个人，凭单位和职务分辨（表）
// People who share a name, told apart by their bodies and posts (table).
MATCH (p:Person)
WITH p.name AS name, count(p) AS people WHERE people > 1
MATCH (p:Person) WHERE p.name = name
RETURN name AS `姓名`, p.id AS `标识`,
       COLLECT { MATCH (p)<-[:HOLDER|PERSON]-(t:Tenure|Affiliation)-[:ORGANIZATION]->(o:Organization)
                 RETURN o.name + coalesce(t.title, t.occupation, '') AS post ORDER BY post } AS `任职或工作`,
       COUNT { (p)<-[]-(:Fact) } AS `事实数`
ORDER BY p.sortKey, p.id
