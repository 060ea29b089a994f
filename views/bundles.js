/* Claims that say the same of the same two become one line with a count; its claims unfold in the panel. */
"use strict";

communique.bundles = (() => {
  const { links, claims, structural, symmetric, weakest } = communique.model;

  const kindOf = (link, lines) => (link.claim && lines === "family" ? link.family.name : link.type);

  /** A relation without direction has one line, whoever is named first. */
  const ends = ({ type, from, to }) => (symmetric.has(type) && from > to ? [to, from] : [from, to]);

  function gather(some, lines) {
    const found = new Map();
    for (const link of some) {
      const [from, to] = ends(link);
      const key = `${from} ${to} ${kindOf(link, lines)}`;
      if (!found.has(key)) found.set(key, { id: key, from, to, family: link.family, links: [] });
      found.get(key).links.push(link);
    }
    return [...found.values()];
  }

  function describe(bundle) {
    bundle.claims = bundle.links.filter((link) => link.claim).length;
    bundle.types = [...new Set(bundle.links.map((link) => link.type))];
    bundle.mutual = bundle.types.every((type) => symmetric.has(type));
    bundle.modality = bundle.claims ? Math.min(...bundle.links.map(weakest)) : 0;
    return bundle;
  }

  /** Lines between the same two, in either direction, get lanes of their own. */
  function lanes(bundles) {
    const used = new Map();
    for (const bundle of bundles) {
      const way = `${bundle.from} ${bundle.to}`;
      bundle.lane = used.get(way) ?? 0;
      used.set(way, bundle.lane + 1);
    }
    for (const bundle of bundles) {
      bundle.alone = bundle.lane === 0 && used.get(`${bundle.from} ${bundle.to}`) === 1 && !used.has(`${bundle.to} ${bundle.from}`);
    }
    return bundles;
  }

  /** The lines that a state of the filters leaves, strongest first. */
  function visible(state) {
    const passing = claims.filter((claim) => communique.filters.passes(claim, state));
    const lines = gather(passing, state.lines).map(describe).filter((bundle) => bundle.claims >= state.minimum);
    const grey = state.structure ? gather(structural, state.lines).map(describe) : [];
    return lanes([...lines.sort((a, b) => b.claims - a.claims), ...grey]);
  }

  /** All claims and edges from, to or of a node, whatever the filters hide. */
  const around = (number) =>
    gather(links.filter((link) => link.from === number || link.to === number), "relation").map(describe);

  /** The bundles of the claims that a statement makes. */
  const within = (number) => gather(claims.filter((claim) => claim.statement === number), "relation").map(describe);

  /** How many claims each line would hold if all were shown, most first. */
  const sizes = (lines) => gather(claims, lines).map((bundle) => bundle.links.length).sort((a, b) => b - a);

  return { around, sizes, visible, within };
})();
