// title: A statement's claims
// description: Everything that one statement says, in the order of its text.
// param statement string — id of the statement
// column source string — id of the actor that acts
// column relation string — what it is said to do
// column target string — id of whom or what it is done to
// column modality string — the statement's stance towards the claim
// column speaker list — ids of the actors that vouch for it
// column date string — when, as ISO text
// column quote string — the exact words
// column start int — where the words begin in the text, in characters
// column end int — where they end
// column claim_id string — the claim's id, for `communique explain`
MATCH (source)-[claim]->(target)
WHERE claim.statement_id = $statement AND claim.claim_id IS NOT NULL
RETURN source.id AS source, type(claim) AS relation, target.id AS target, claim.modality AS modality,
       claim.speaker AS speaker, claim.date AS date, claim.quote AS quote, claim.start AS start, claim.end AS end,
       claim.claim_id AS claim_id
ORDER BY start, end, source, relation, target, claim_id
