// title: Hedged, intended and denied claims
// description: What is not stated as fact, and how it is qualified.
// param modality list = possible,intended,denied — stances to include
// param actor string = null — id of the actor that acts or is acted upon; null for all
// column source string — id of the actor that acts
// column relation string — what it is said to do
// column target string — id of whom or what it is done to
// column modality string — possible, intended or denied
// column speaker list — ids of the actors that vouch for it
// column date string — when, as ISO text
// column quote string — the exact words
// column statement string — id of the statement
MATCH (source)-[claim]->(target)
WHERE claim.claim_id IS NOT NULL AND claim.modality IN $modality
  AND ($actor IS NULL OR source.id = $actor OR target.id = $actor)
RETURN source.id AS source, type(claim) AS relation, target.id AS target, claim.modality AS modality,
       claim.speaker AS speaker, claim.date AS date, claim.quote AS quote, claim.statement_id AS statement
ORDER BY modality, coalesce(date, ''), statement, claim.start, source, relation, target, claim.claim_id
