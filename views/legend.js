/* Swatches: the same shapes and strokes as in the picture, for the legend and the panel. */
"use strict";

communique.legend = (() => {
  const { drawing, element, get } = communique.dom;
  const { palette, nodes } = communique.model;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  /** The colour of a palette entry on the page as it is now, light or dark. */
  const colour = (entry) => entry[dark.matches ? "dark" : "light"];

  const OUTLINES = {
    square: "3,3 13,3 13,13 3,13",
    diamond: "8,1.5 14.5,8 8,14.5 1.5,8",
    hexagon: "4.5,2 11.5,2 15,8 11.5,14 4.5,14 1,8",
    triangle: "8,2 14.5,13.5 1.5,13.5",
    triangleDown: "8,14 14.5,2.5 1.5,2.5",
    star: "8,1 10,6 15.4,6.1 11.2,9.5 12.7,14.7 8,11.7 3.3,14.7 4.8,9.5 .6,6.1 6,6",
  };

  const both = ({ light, dark: night }) => `light-dark(${light}, ${night})`;

  /** A stroke in the family's colour and the modality's dashes; a family of null is drawn in ink. */
  function line(family, style = palette.modalities.asserted) {
    const dashes = style.dashes ? style.dashes.join(" ") : null;
    const parts = [drawing("line", { x1: 1, y1: 6, x2: 27, y2: 6, "stroke-dasharray": dashes })];
    if (style.crossed) parts.push(drawing("line", { x1: 14, y1: 1, x2: 14, y2: 11 }));
    const swatch = drawing("svg", { class: "stroke", viewBox: "0 0 28 12", "aria-hidden": "true" }, ...parts);
    swatch.style.stroke = family ? both(family) : "currentColor";
    return swatch;
  }

  /** The shape of a kind of node. */
  function shape(kind) {
    const points = OUTLINES[palette.kinds[kind].shape];
    const outline = points ? drawing("polygon", { points }) : drawing("circle", { cx: 8, cy: 8, r: 6 });
    const swatch = drawing("svg", { class: "shape", viewBox: "0 0 16 16", "aria-hidden": "true" }, outline);
    swatch.style.fill = both(palette.kinds[kind]);
    return swatch;
  }

  /** Lists the kinds of node that the graph has. */
  function kinds() {
    const present = new Set(nodes.map((node) => node.group));
    const rows = Object.entries(palette.kinds)
      .filter(([kind]) => present.has(kind))
      .map(([kind, { plural }]) => element("span", {}, shape(kind), plural));
    get("kinds").replaceChildren(...rows);
  }

  return { colour, dark, kinds, line, shape };
})();
