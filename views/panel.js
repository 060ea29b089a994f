/* The side panel: what is behind a line, what is known of a node, and where to begin. */
"use strict";

communique.panel = (() => {
  const { element, get, link, plural, said } = communique.dom;
  const { model, bundles, legend, cards } = communique;
  const PAGE = 20; // cards drawn at once

  function show(...content) {
    get("panel").replaceChildren(...content);
    get("panel").scrollTop = 0;
  }

  const back = () => element("button", { type: "button", class: "quiet", onclick: () => close() }, "← Overview");

  function close() {
    communique.picture.choose();
    start();
  }

  const name = (number) =>
    element("button", { type: "button", class: "name", onclick: () => node(number) }, said(model.nodes[number].label));

  /** Opens the claims behind a line. */
  function bundle(some) {
    communique.picture.choose({ bundle: some.id });
    const claims = some.links.filter((each) => each.claim);
    const statements = new Set(claims.map((claim) => claim.statement)).size;
    const sum = claims.length ? `${plural(claims.length, "claim")} in ${plural(statements, "statement")}` : "structural edge";
    show(back(), element("h2", {}, name(some.from), some.mutual ? " ↔ " : " → ", name(some.to)), element("p", { class: "sum" }, sum),
      ...some.types.filter((type) => claims.some((claim) => claim.type === type)).map((type) => section(type, claims.filter((claim) => claim.type === type))),
      ...(claims.length ? [] : structural(some)));
    get("panel").focus({ preventScroll: true });
  }

  function structural(some) {
    return some.links.map((edge) => element("p", {}, model.words(edge.type)));
  }

  function section(type, claims) {
    const list = element("div");
    const more = element("button", { type: "button", onclick: () => add() });
    let drawn = 0;
    const add = () => {
      const next = claims.slice(drawn, drawn + PAGE);
      list.append(...next.map(cards.card));
      drawn += next.length;
      more.textContent = `Show more (${claims.length - drawn} left)`;
      more.hidden = drawn === claims.length;
    };
    add();
    return element("section", {}, element("h3", {}, element("span", {}, model.words(type)), element("i", {}, String(claims.length))), list, more);
  }

  function value(field, content) {
    if (/url$/i.test(field)) return link(String(content), content);
    return said(Array.isArray(content) ? content.join(", ") : typeof content === "number" && field !== "year" ? content.toLocaleString("en") : content);
  }

  function facts({ group, ref, facts: known }) {
    const rows = Object.entries(known).map(([field, content]) => cards.fact(field.replaceAll("_", " "), value(field, content)));
    return element("dl", {}, ...cards.fact("kind", group.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()), ...cards.fact("id", said(ref)), ...rows.flat());
  }

  function row(some, number) {
    const [strongest] = [...some.links].sort((a, b) => model.weakest(a) - model.weakest(b));
    const style = model.palette.modalities[strongest.modality ?? "asserted"];
    const whole = number === null ? [said(model.nodes[some.from].label), " → "] : [];
    const other = some.to === number ? some.from : some.to;
    return element("li", {}, element("button", { type: "button", class: "row", onclick: () => bundle(some) },
      legend.line(some.family ?? model.palette.structure, style), element("span", {}, ...whole, said(model.nodes[number === null ? some.to : other].label)), element("i", {}, String(some.links.length))));
  }

  function groups(title, some, number) {
    if (!some.length) return [];
    const relations = [...new Set(some.map((each) => each.types[0]))].map((type) => [type, some.filter((each) => each.types[0] === type)]);
    const parts = relations.sort((a, b) => b[1].length - a[1].length).map(([type, members]) =>
      element("section", {}, element("h4", {}, model.words(type)),
        element("ul", {}, ...members.sort((a, b) => b.links.length - a.links.length).map((each) => row(each, number)))));
    return [element("h3", {}, title), ...parts];
  }

  /** Opens what is known of a node: its facts, and its claims by relation and counterpart. */
  function node(number) {
    communique.picture.choose({ node: number });
    const known = model.nodes[number];
    const all = bundles.around(number);
    const isClaim = (each) => each.claims > 0;
    show(back(), element("h2", {}, legend.shape(known.group), said(known.label)), facts(known),
      ...groups("Claims in this statement", bundles.within(number), null),
      ...groups("Is said to do, or declares", all.filter((each) => isClaim(each) && each.from === number), number),
      ...groups("Is named by others", all.filter((each) => isClaim(each) && each.from !== number), number),
      ...groups("Structure", all.filter((each) => !isClaim(each)), number));
    get("panel").focus({ preventScroll: true });
  }

  function ranking(title, ends) {
    const counts = new Map();
    for (const claim of model.claims) for (const end of ends) counts.set(claim[end], (counts.get(claim[end]) ?? 0) + 1);
    const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 8);
    const most = top[0]?.[1] ?? 1;
    const rows = top.map(([number, count]) => {
      const bar = element("span", { class: "bar", "aria-hidden": "true" });
      bar.style.width = `${(100 * count) / most}%`;
      return element("li", {}, element("button", { type: "button", class: "row", onclick: () => node(number) },
        legend.shape(model.nodes[number].group), said(model.nodes[number].label, "span"), element("i", {}, String(count)), bar));
    });
    return element("section", {}, element("h3", {}, title), element("ul", { class: "ranking" }, ...rows));
  }

  /** The overview, shown while nothing is chosen. */
  function start() {
    show(element("p", { class: "lead" }, "A line is what statements say one actor does or declares towards another. Choose a line to read the words behind it, or a name to see everything said of it."),
      ranking("Most claimed of", ["from"]), ranking("Most often named", ["to"]));
  }

  return { bundle, close, node, start };
})();
