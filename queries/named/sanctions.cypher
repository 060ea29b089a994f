// title: Sanctions imposed and eased
// description: Who sanctions whom or lifts sanctions, as announced, oldest first.
// param source string = null — id of the sanctioning actor; null for all
// param target string = null — id of the sanctioned actor; null for all
// column date string — when, as ISO text
// column source string — id of the sanctioning actor
// column relation string — SANCTIONS or EASES
// column target string — id of the actor sanctioned
// column modality string — the statement's stance towards the claim
// column quote string — the exact words
// column statement string — id of the statement
MATCH (source)-[claim:SANCTIONS|EASES]->(target)
WHERE ($source IS NULL OR source.id = $source) AND ($target IS NULL OR target.id = $target)
RETURN claim.date AS date, source.id AS source, type(claim) AS relation, target.id AS target,
       claim.modality AS modality, claim.quote AS quote, claim.statement_id AS statement
ORDER BY coalesce(date, ''), statement, claim.start, source, relation, target, claim.claim_id
