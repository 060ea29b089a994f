/* The parts put together. For tests and guides these stay: `body[data-ready]`, `communique.picture.shown` (the lines
   now drawn) and `communique.picture.middle(id)` (where a line stands in the window). */
"use strict";

(() => {
  const { get, plural } = communique.dom;
  const { model, bundles, filters, panel, picture, table } = communique;

  /** Says what is shown of what, so that nothing is dropped in silence. */
  function account(shown) {
    const lines = shown.filter((bundle) => bundle.claims);
    const claims = lines.reduce((sum, bundle) => sum + bundle.claims, 0);
    const nodes = new Set(shown.flatMap((bundle) => [bundle.from, bundle.to])).size;
    const edges = shown.filter((bundle) => !bundle.claims).reduce((sum, bundle) => sum + bundle.links.length, 0);
    const of = (part, whole, noun) => `${part.toLocaleString("en")} of ${plural(whole, noun)}`;
    get("shown").textContent = [
      `Showing ${of(claims, model.claims.length, "claim")} as ${plural(lines.length, "line")}`,
      of(nodes, model.nodes.length, "node"),
      of(edges, model.structural.length, "structural edge"),
    ].join(" · ");
  }

  function changed(state) {
    const shown = bundles.visible(state);
    picture.draw(shown);
    account(shown);
    if (!get("table").hidden) table.draw(shown);
  }

  function picked(node, edge) {
    if (node !== null) panel.node(node);
    else if (edge !== null) panel.bundle(picture.shown.find((bundle) => bundle.id === edge));
    else panel.close();
  }

  function pointed(text, event) {
    const hint = get("hint");
    hint.hidden = text === null;
    if (text === null) return;
    const frame = get("picture").getBoundingClientRect();
    hint.textContent = text;
    hint.style.left = `${event.clientX - frame.left + 14}px`;
    hint.style.top = `${event.clientY - frame.top + 14}px`;
  }

  function find() {
    const wanted = get("search").value.trim().toLowerCase();
    if (!wanted) return;
    const exact = model.nodes.findIndex(({ label, ref }) => [label, ref].some((name) => name.toLowerCase() === wanted));
    const number = exact >= 0 ? exact : model.nodes.findIndex(({ label }) => label.toLowerCase().includes(wanted));
    if (number < 0) return;
    panel.node(number);
    picture.centre(number);
  }

  function toggle() {
    const asTable = get("table").hidden;
    get("table").hidden = !asTable;
    get("picture").hidden = asTable;
    get("as-table").setAttribute("aria-pressed", asTable);
    if (asTable) table.draw(picture.shown);
  }

  const narrow = window.matchMedia("(max-width: 60rem)");
  const unfold = () => { get("choices").open = !narrow.matches; };
  narrow.addEventListener("change", unfold);
  unfold();
  communique.legend.kinds();
  picture.start(picked, pointed);
  filters.start(changed);
  panel.start();
  get("search").addEventListener("change", find);
  get("as-table").addEventListener("click", toggle);
})();
