// title: Who condemns an actor
// description: Every condemnation of one state, organisation or person, newest first, in its own words.
// param target string — id of the actor condemned, such as RUS
// param modality list = asserted,possible,intended — stances to include
// column source string — id of the actor that condemns
// column date string — when, as ISO text (possibly a year or month only)
// column modality string — the statement's stance towards the claim
// column speaker list — ids of the actors that vouch for it
// column quote string — the exact words
// column statement string — id of the statement
MATCH (target:State|Organization|Person {id: $target})<-[claim:CONDEMNS]-(source)
WHERE claim.modality IN $modality
RETURN source.id AS source, claim.date AS date, claim.modality AS modality, claim.speaker AS speaker,
       claim.quote AS quote, claim.statement_id AS statement
ORDER BY coalesce(date, '') DESC, source, statement, claim.start, claim.claim_id
