/* What the reader asked to see: the form, its state, and the links that pass. The state lives in the URL's hash. */
"use strict";

communique.filters = (() => {
  const { element, get } = communique.dom;
  const { model } = communique;
  const form = get("filters");
  const QUIET = 150; // lines in the first view; beyond that it opens on the more frequent ones

  function tally(values) {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  }

  function choice(name, value, text, count, mark) {
    const box = element("input", { type: "checkbox", name, value, checked: true });
    return element("label", { class: "choice" }, box, mark, element("span", {}, text), element("i", {}, String(count)));
  }

  function offerRelations() {
    const counts = tally(model.claims.map((claim) => claim.type));
    for (const family of model.palette.families) {
      const present = family.relations.filter((relation) => counts.has(relation));
      if (!present.length) continue;
      const rows = present.map((relation) => choice("relation", relation, model.words(relation), counts.get(relation), ""));
      const all = element("input", { type: "checkbox", checked: true, onchange: (event) => tick(rows, event.target.checked) });
      const head = element("label", { class: "choice family" }, all, communique.legend.line(family), family.name);
      get("relations").append(element("div", { role: "group", "aria-label": family.name }, head, ...rows));
    }
  }

  function tick(rows, checked) {
    for (const row of rows) row.querySelector("input").checked = checked;
  }

  function offerModalities() {
    const counts = tally(model.claims.map((claim) => claim.modality));
    for (const [modality, style] of Object.entries(model.palette.modalities)) {
      const text = element("span", {}, modality, element("small", {}, style.meaning));
      get("modalities").append(choice("modality", modality, text, counts.get(modality) ?? 0, communique.legend.line(null, style)));
    }
  }

  function offerSpeakers() {
    const counts = tally(model.claims.flatMap((claim) => claim.speaker));
    const sorted = [...counts].sort((a, b) => b[1] - a[1] || String(model.speaker(a[0])).localeCompare(model.speaker(b[0])));
    for (const [speaker, count] of sorted) {
      get("speaker").append(element("option", { value: JSON.stringify(speaker) }, `${model.speaker(speaker)} (${count})`));
    }
    if (model.claims.some((claim) => !claim.speaker.length)) {
      get("speaker").append(element("option", { value: "none" }, "nobody: the report's own voice"));
    }
  }

  function offerNames() {
    for (const node of model.nodes) get("names").append(element("option", { value: node.label }, node.ref));
  }

  /** The first view stays readable: families where relations are many, and then only the more frequent lines. */
  function offerMinimum() {
    const lines = communique.bundles.sizes("relation").length > QUIET / 2 ? "family" : "relation";
    const sizes = communique.bundles.sizes(lines);
    const most = sizes[0] ?? 1;
    form.lines.querySelector(`[value=${lines}]`).defaultSelected = true;
    form.minimum.max = Math.min(most, 50);
    form.minimum.disabled = most === 1;
    form.minimum.setAttribute("value", sizes.length > QUIET ? Math.min(sizes[QUIET] + 1, most) : 1);
  }

  const checked = (name) =>
    new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));

  /** The state of the form as plain values. */
  function state() {
    return {
      relations: checked("relation"),
      modalities: checked("modality"),
      speaker: form.speaker.value,
      minimum: form.minimum.valueAsNumber,
      lines: form.lines.value,
      structure: form.structure.checked,
    };
  }

  function speaks(claim, speaker) {
    if (!speaker) return true;
    return speaker === "none" ? !claim.speaker.length : claim.speaker.includes(JSON.parse(speaker));
  }

  /** Whether a claim passes all filters but the minimum, which counts claims. */
  const passes = (claim, { relations, modalities, speaker }) =>
    relations.has(claim.type) && modalities.has(claim.modality ?? "asserted") && speaks(claim, speaker);

  function remember() {
    const kept = new URLSearchParams();
    for (const box of form.querySelectorAll(".choice input[name]:not(:checked)")) kept.append("without", box.value);
    for (const name of ["speaker", "minimum", "lines"]) kept.set(name, form[name].value);
    if (form.structure.checked) kept.set("structure", "1");
    // A page inside another, as in a notebook, has no address of its own to keep filters in.
    if (window.location.protocol !== "about:") window.history.replaceState(null, "", `#${kept}`);
  }

  function recall() {
    const kept = new URLSearchParams(window.location.hash.slice(1));
    const without = new Set(kept.getAll("without"));
    for (const box of form.querySelectorAll(".choice input[name]")) box.checked = !without.has(box.value);
    for (const name of ["speaker", "minimum", "lines"]) if (kept.has(name)) form[name].value = kept.get(name);
    if (form.speaker.selectedIndex < 0) form.speaker.value = "";
    if (form.lines.selectedIndex < 0) form.lines.selectedIndex = 0;
    form.structure.checked = kept.has("structure");
  }

  /** Builds the form and calls `changed` now and whenever the reader changes it. */
  function start(changed) {
    [offerRelations, offerModalities, offerSpeakers, offerNames, offerMinimum].forEach((offer) => offer());
    form.reset();
    if (window.location.hash) recall();
    const update = () => {
      get("least").value = communique.dom.plural(form.minimum.valueAsNumber, "claim");
      changed(state());
    };
    form.addEventListener("input", (event) => event.target.id !== "search" && (update(), remember()));
    form.addEventListener("change", (event) => event.target.closest(".family") && (update(), remember()));
    form.addEventListener("reset", () => setTimeout(() => (update(), remember())));
    form.addEventListener("submit", (event) => event.preventDefault());
    update();
  }

  return { passes, start };
})();
