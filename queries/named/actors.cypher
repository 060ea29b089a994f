// title: Find an actor's id
// description: States, organisations and persons by part of their name or id, with the number of claims that touch them.
// param name string =  — part of the name or id, in any case; everything where empty
// column id string — the id that other queries take
// column name string — the name
// column kind string — State, Organization or Person
// column claims int — claims that it makes or that are made about it
MATCH (actor:State|Organization|Person)
WHERE toLower(actor.name) CONTAINS toLower($name) OR toLower(actor.id) CONTAINS toLower($name)
OPTIONAL MATCH (actor)-[claim]-()
WHERE claim.claim_id IS NOT NULL
RETURN actor.id AS id, actor.name AS name, head(labels(actor)) AS kind, count(DISTINCT claim.claim_id) AS claims
ORDER BY claims DESC, id
