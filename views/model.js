/* The graph as the page carries it, with the indexes that every other part reads. */
"use strict";

communique.model = (() => {
  const read = (id) => JSON.parse(communique.dom.get(id).textContent);
  const palette = read("palette");
  const nodes = read("nodes");
  const links = read("links");
  const families = new Map();
  palette.families.forEach((family) => family.relations.forEach((relation) => families.set(relation, family)));
  const firmness = Object.keys(palette.modalities);

  for (const node of nodes) node.passages = new Map(node.paragraphs);
  links.forEach((link, place) => {
    link.place = place;
    link.family = families.get(link.type) ?? null;
  });

  /** The quote and its trigger inside their paragraphs: [before, quote, trigger, quote, after]. */
  function passage(claim) {
    if (!claim.span) return ["", claim.quote, "", "", ""];
    const { passages } = nodes[claim.statement];
    const [first, last] = claim.paragraphs;
    const text = Array.from({ length: last - first + 1 }, (_, step) => passages.get(first + step)).join("\n\n");
    const [start, end, from = end, to = end] = claim.span;
    return [[0, start], [start, from], [from, to], [to, end], [end]].map((cut) => text.slice(...cut));
  }

  const quote = (claim) => passage(claim).slice(1, 4).join("");

  /** A speaker is a node's number, or an id that is no node. */
  const speaker = (value) => (typeof value === "number" ? nodes[value].label : value);

  const words = (relation) => relation.replaceAll("_", " ").toLowerCase();

  const weakest = (claim) => Math.max(0, firmness.indexOf(claim.modality));

  return {
    claims: links.filter((link) => link.claim),
    firmness,
    links,
    nodes,
    palette,
    passage,
    quote,
    speaker,
    symmetric: new Set(palette.symmetric),
    structural: links.filter((link) => !link.claim),
    weakest,
    words,
  };
})();
