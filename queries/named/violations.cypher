// title: What is said to violate which resolution or treaty
// description: Who is said to breach which resolution or treaty, with the number of claims and statements behind it.
// param instrument string = null — id of one resolution or treaty, such as S/RES/1718(2006); null for all
// param actor string = null — id of one accused actor; null for all
// param modality list = asserted,possible — stances to include
// column actor string — id of the actor said to violate
// column instrument string — id of the resolution or treaty
// column kind string — Resolution or Treaty
// column claims int — how often it is said
// column statements int — in how many statements
// column first string — earliest date, as ISO text
// column last string — latest date
MATCH (instrument:Resolution|Treaty)<-[claim:VIOLATES]-(actor)
WHERE ($instrument IS NULL OR instrument.id = $instrument)
  AND ($actor IS NULL OR actor.id = $actor)
  AND claim.modality IN $modality
RETURN actor.id AS actor, instrument.id AS instrument, head(labels(instrument)) AS kind, count(claim) AS claims,
       count(DISTINCT claim.statement_id) AS statements, min(claim.date) AS first, max(claim.date) AS last
ORDER BY claims DESC, actor, instrument
