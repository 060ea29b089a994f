// title: Perspectives on an actor
// description: Who says what about one actor as doer or target, speaker by speaker; a report's own voice has no speaker.
// param actor string — id of the actor spoken about
// column speaker string — id of the actor that vouches; empty where a report says it in its own voice
// column source string — id of the actor that acts
// column relation string — what it is said to do
// column target string — id of whom or what it is done to
// column modality string — the stance towards the claim
// column claims int — how often this speaker says so
// column statements int — in how many statements
// column example string — the words of one of them
MATCH (actor:State|Organization|Person {id: $actor})-[claim]-()
WHERE claim.claim_id IS NOT NULL
WITH DISTINCT claim
UNWIND CASE WHEN size(coalesce(claim.speaker, [])) = 0 THEN [null] ELSE claim.speaker END AS speaker
RETURN speaker, startNode(claim).id AS source, type(claim) AS relation, endNode(claim).id AS target,
       claim.modality AS modality, count(claim) AS claims, count(DISTINCT claim.statement_id) AS statements,
       min(claim.quote) AS example
ORDER BY coalesce(speaker, ''), source, relation, target, modality
