// title: Resolutions and treaties cited
// description: Which instruments are cited, most often first, with the statements that cite them.
// param instrument string = null — id of one resolution or treaty; null for all
// column instrument string — id of the resolution or treaty
// column kind string — Resolution or Treaty
// column citations int — how many statements cite it
// column statements list — ids of those statements
MATCH (instrument:Resolution|Treaty)<-[:CITES]-(statement:Statement)
WHERE $instrument IS NULL OR instrument.id = $instrument
WITH DISTINCT instrument, statement.id AS statement
ORDER BY statement
WITH instrument, collect(statement) AS statements
RETURN instrument.id AS instrument, head(labels(instrument)) AS kind, size(statements) AS citations, statements
ORDER BY citations DESC, instrument
