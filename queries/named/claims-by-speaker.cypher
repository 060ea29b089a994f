// title: Claims by speaker
// description: Everything that one actor vouches for, in whichever statement it is quoted, newest first.
// param speaker string — id of the actor that speaks
// param relation string = null — one relation, such as CONDEMNS; null for all
// column source string — id of the actor that acts
// column relation string — what it is said to do
// column target string — id of whom or what it is done to
// column modality string — the stance towards the claim
// column date string — when, as ISO text
// column quote string — the exact words
// column statement string — id of the statement
MATCH (source)-[claim]->(target)
WHERE $speaker IN claim.speaker AND ($relation IS NULL OR type(claim) = $relation)
RETURN source.id AS source, type(claim) AS relation, target.id AS target, claim.modality AS modality,
       claim.date AS date, claim.quote AS quote, claim.statement_id AS statement
ORDER BY coalesce(date, '') DESC, statement, claim.start, source, relation, target, claim.claim_id
