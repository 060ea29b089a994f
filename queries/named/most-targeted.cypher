// title: Most targeted actors
// description: Who draws the most criticism and pressure, counted in claims, statements and distinct sources.
// param relations list = CONDEMNS,ACCUSES,SANCTIONS,THREATENS,URGES,REJECTS,EXPELS,CONCERNED_BY — relations to count
// param limit int = 20 — longest list
// column target string — id of the actor
// column name string — its name
// column claims int — claims against it
// column statements int — in how many statements
// column sources int — by how many actors
MATCH (source)-[claim]->(target:State|Organization|Person)
WHERE type(claim) IN $relations AND claim.modality <> 'denied'
RETURN target.id AS target, target.name AS name, count(claim) AS claims,
       count(DISTINCT claim.statement_id) AS statements, count(DISTINCT source.id) AS sources
ORDER BY claims DESC, target
LIMIT $limit
