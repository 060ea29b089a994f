/* The visible lines as a table: the same content for keyboards, screen readers and print. */
"use strict";

communique.table = (() => {
  const { element, get, plural, said } = communique.dom;
  const { model, legend, panel } = communique;
  const ROWS = 500;

  function row(bundle) {
    const style = Object.values(model.palette.modalities)[bundle.modality];
    const relation = bundle.types.map(model.words).join(", ");
    return element("tr", {},
      element("th", { scope: "row" }, said(model.nodes[bundle.from].label)),
      element("td", {}, legend.line(bundle.family ?? model.palette.structure, style), " ", relation),
      element("td", {}, said(model.nodes[bundle.to].label)),
      element("td", {}, bundle.claims ? model.firmness[bundle.modality] : ""),
      element("td", { class: "number" }, element("button", { type: "button", onclick: () => panel.bundle(bundle) }, bundle.claims ? plural(bundle.claims, "claim") : "open")));
  }

  /** Fills the table with the first bundles, and says how many are left out. */
  function draw(bundles) {
    const heads = ["From", "Relation", "To", "Strongest", "Claims"].map((name) => element("th", { scope: "col" }, name));
    const left = bundles.length - ROWS;
    const note = left > 0 ? element("p", {}, `The ${ROWS} strongest lines; ${left.toLocaleString("en")} more pass the filters.`) : "";
    get("table").replaceChildren(...[note, element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...bundles.slice(0, ROWS).map(row)))].filter(Boolean));
  }

  return { draw };
})();
