// title: The statements
// description: Every statement in the graph with its issuers, newest first.
// param issuer string = null — id of one issuer; null for all
// column statement string — id of the statement
// column date string — its date, as ISO text
// column title string — its title
// column issuers list — ids of its issuers
// column refused int — candidates that were not drawn
MATCH (statement:Statement)
OPTIONAL MATCH (statement)<-[:ISSUES]-(issuer)
WITH statement, issuer.id AS issuer
ORDER BY issuer
WITH statement, collect(DISTINCT issuer) AS issuers
WHERE $issuer IS NULL OR $issuer IN issuers
RETURN statement.id AS statement, statement.date AS date, statement.title AS title, issuers,
       statement.refused AS refused
ORDER BY coalesce(date, '') DESC, statement
