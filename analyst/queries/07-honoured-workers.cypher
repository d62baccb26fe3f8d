// 劳模：获得荣誉的人和他们的岗位、单位（图）
// Honoured people with their posts or jobs and bodies (graph).
MATCH (h:Honour)<-[r:HONOUR]-(w:Award)-[s:RECIPIENT]->(p:Person)
OPTIONAL MATCH (p)<-[t:HOLDER|PERSON]-(f:Tenure|Affiliation)-[u:ORGANIZATION]->(o:Organization)
RETURN h, r, w, s, p, t, f, u, o
ORDER BY p.sortKey, w.id, f.id
LIMIT 200
