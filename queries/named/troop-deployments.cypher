// title: Troop deployments with counts
// description: Who is said to have sent how many troops where, by whose word.
// param state string = null — id of the sending or receiving state; null for all
// param counted bool = false — only deployments whose number is given
// column sender string — id of the actor that deploys
// column receiver string — id of the state deployed to
// column count int — number of troops as stated; empty where none is
// column date string — when, as ISO text
// column modality string — the statement's stance towards the claim
// column speaker list — ids of the actors that vouch for it
// column quote string — the exact words
// column statement string — id of the statement
MATCH (sender)-[claim:DEPLOYS_TO]->(receiver:State)
WHERE ($state IS NULL OR sender.id = $state OR receiver.id = $state)
  AND (NOT $counted OR claim.count IS NOT NULL)
RETURN sender.id AS sender, receiver.id AS receiver, claim.count AS count, claim.date AS date,
       claim.modality AS modality, claim.speaker AS speaker, claim.quote AS quote, claim.statement_id AS statement
ORDER BY coalesce(count, 0) DESC, sender, receiver, coalesce(date, ''), statement, claim.start, claim.claim_id
