// title: Co-signatories of a state
// description: With whom a state or organisation issues statements, and how often.
// param actor string — id of the state or organisation
// column partner string — id of the co-issuer
// column name string — its name
// column statements int — how many statements they issued together
// column first string — date of the earliest, as ISO text
// column last string — date of the latest
MATCH (actor:State|Organization {id: $actor})-[:ISSUES]->(statement:Statement)<-[:ISSUES]-(partner)
WHERE partner.id <> $actor
RETURN partner.id AS partner, partner.name AS name, count(DISTINCT statement.id) AS statements,
       min(statement.date) AS first, max(statement.date) AS last
ORDER BY statements DESC, partner
