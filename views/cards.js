/* One claim as a reader can check it: the words in their paragraph, who speaks, how firmly, when, and the source. */
"use strict";

communique.cards = (() => {
  const { element, link, said } = communique.dom;
  const { model } = communique;
  const CONTEXT = 140; // characters of the paragraph to either side of the quote, before it is opened

  function shorten(text, atEnd) {
    if (text.length <= CONTEXT) return text;
    return atEnd ? `…${text.slice(-CONTEXT).replace(/^\S*\s/, "")}` : `${text.slice(0, CONTEXT).replace(/\s\S*$/, "")}…`;
  }

  function words(claim, whole) {
    const [before, first, trigger, last, after] = model.passage(claim);
    const mark = element("mark", {}, first, trigger ? element("b", {}, trigger) : "", last);
    return [whole ? before : shorten(before, true), mark, whole ? after : shorten(after, false)];
  }

  function passage(claim) {
    const block = said("", "blockquote");
    block.append(...words(claim, false));
    const [before, , , , after] = model.passage(claim);
    if (Math.max(before.length, after.length) <= CONTEXT) return [block];
    const open = element("button", { type: "button", class: "quiet", onclick: () => (block.replaceChildren(...words(claim, true)), open.remove()) }, "Whole paragraph");
    return [block, open];
  }

  function fact(name, value) {
    return value === undefined || value === null || value === "" ? [] : [element("dt", {}, name), element("dd", {}, ...[value].flat())];
  }

  function speakers(claim) {
    if (!claim.speaker.length) return "nobody: the report's own voice";
    return said(claim.speaker.map(model.speaker).join(", "), "span");
  }

  function source(claim) {
    const statement = model.nodes[claim.statement];
    const { url, source: file, date, site } = statement?.facts ?? {};
    const origin = url ? link(String(url), "source") : file ? said(file) : null;
    const known = [site && said(site), date && said(date), origin].filter(Boolean);
    return [
      statement ? element("button", { type: "button", class: "name", onclick: () => communique.panel.node(claim.statement) }, said(statement.label)) : "",
      element("span", { class: "origin" }, ...known.flatMap((part, place) => (place ? [" · ", part] : [part]))),
    ];
  }

  /** A reference that finds the words again without this page. */
  function citation(claim) {
    const statement = model.nodes[claim.statement];
    const { date, site, url } = statement?.facts ?? {};
    const origin = [statement?.label, site, date, url].filter(Boolean).join(", ");
    const ends = `${model.nodes[claim.from].ref} ${claim.type} ${model.nodes[claim.to].ref}`;
    const id = claim.claim_id ? `, claim ${claim.claim_id}` : "";
    return `“${model.quote(claim)}” ${origin}. [${ends}, ${claim.modality ?? "asserted"}${id}]`;
  }

  function cite(claim) {
    const text = said(citation(claim), "p", { class: "citation" });
    const copy = element("button", { type: "button", onclick: () => copyText(text, copy) }, "Copy");
    return element("details", {}, element("summary", {}, "Cite"), text, copy);
  }

  async function copyText(text, button) {
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    } catch {
      window.getSelection().selectAllChildren(text);
      button.textContent = "Selected: copy it with your keys";
    }
  }

  /** The card of a claim. */
  function card(claim) {
    const modality = claim.modality ?? "asserted";
    return element("article", { class: "card" },
      element("p", { class: "tag" }, communique.legend.line(claim.family, model.palette.modalities[modality]), element("span", {}, modality), element("time", {}, said(claim.date ?? "no date"))),
      ...passage(claim),
      element("dl", {},
        ...fact("Said by", speakers(claim)),
        ...fact("In", source(claim)),
        ...fact("Items", claim.items && said(claim.items.join(", "))),
        ...fact("Number", claim.count && claim.count.toLocaleString("en")),
        ...fact("Found by", claim.rule && said(claim.rule))),
      cite(claim));
  }

  return { card, fact };
})();
