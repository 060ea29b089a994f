// title: Timeline of a dyad
// description: What two actors are said to do to each other, both ways, oldest first.
// param a string — id of the one actor
// param b string — id of the other
// column date string — when, as ISO text; empty where unknown
// column source string — id of the actor that acts
// column relation string — what it is said to do
// column target string — id of whom it is done to
// column modality string — the statement's stance towards the claim
// column speaker list — ids of the actors that vouch for it
// column quote string — the exact words
// column statement string — id of the statement
MATCH (a:State|Organization|Person {id: $a})-[claim]-(b {id: $b})
WHERE claim.claim_id IS NOT NULL
WITH DISTINCT claim, startNode(claim) AS source, endNode(claim) AS target
RETURN claim.date AS date, source.id AS source, type(claim) AS relation, target.id AS target,
       claim.modality AS modality, claim.speaker AS speaker, claim.quote AS quote, claim.statement_id AS statement
ORDER BY coalesce(date, ''), statement, claim.start, source, relation, target, claim.claim_id
