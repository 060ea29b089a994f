// title: Supply chain between two states
// description: Routes of SUPPLIES claims from one actor to another that visit nobody twice, one row a hop, shortest route first.
// param source string — id of the first supplier
// param target string — id of the last recipient
// param hops int = 3 — longest route, 1 to 4 hops
// param modality list = asserted,possible — stances to include
// column route list — ids along the route
// column hop int — number of the hop, from 1
// column supplier string — id of the hop's supplier
// column recipient string — id of the hop's recipient
// column claims int — how many claims carry the hop
// column statements int — in how many statements
// column items list — what is said to be supplied
MATCH (first:State|Organization {id: $source})-[claim:SUPPLIES]->(second)
WHERE claim.modality IN $modality AND second.id <> $source
WITH DISTINCT second, [$source, second.id] AS route
OPTIONAL MATCH (second)-[claim:SUPPLIES]->(third)
WHERE $hops >= 2 AND second.id <> $target AND NOT third.id IN route AND claim.modality IN $modality
WITH DISTINCT third, CASE WHEN third IS NULL THEN route ELSE route + [third.id] END AS route
OPTIONAL MATCH (third)-[claim:SUPPLIES]->(fourth)
WHERE $hops >= 3 AND third.id <> $target AND NOT fourth.id IN route AND claim.modality IN $modality
WITH DISTINCT fourth, CASE WHEN fourth IS NULL THEN route ELSE route + [fourth.id] END AS route
OPTIONAL MATCH (fourth)-[claim:SUPPLIES]->(fifth)
WHERE $hops >= 4 AND fourth.id <> $target AND NOT fifth.id IN route AND claim.modality IN $modality
WITH DISTINCT CASE WHEN fifth IS NULL THEN route ELSE route + [fifth.id] END AS route
WHERE last(route) = $target
UNWIND range(1, size(route) - 1) AS hop
WITH route, hop, route[hop - 1] AS supplier, route[hop] AS recipient
MATCH (giver:State|Organization {id: supplier})-[claim:SUPPLIES]->(taker {id: recipient})
WHERE claim.modality IN $modality
UNWIND CASE WHEN size(coalesce(claim.items, [])) = 0 THEN [null] ELSE claim.items END AS item
WITH route, hop, supplier, recipient, claim, item
ORDER BY item
WITH route, hop, supplier, recipient, count(DISTINCT claim.claim_id) AS claims,
     count(DISTINCT claim.statement_id) AS statements, collect(DISTINCT item) AS items
RETURN route, hop, supplier, recipient, claims, statements, items
ORDER BY size(route), route, hop
