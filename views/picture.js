/* The graph on its canvas: styles, selection, and nothing of what it means. */
"use strict";

communique.picture = (() => {
  const { element, get, plural } = communique.dom;
  const { model } = communique;
  const { colour } = communique.legend;
  const LABELLED = 14; // with so few lines all carry their names, with more only the selected ones
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let network = null;
  let grain = 1; // how much larger labels are written, so that they are read when the whole is shown
  let shown = [];
  let chosen = { node: null, bundle: null };

  const inks = {};

  /** The page's colours as the canvas needs them: resolved, since it knows no variables. */
  function readInks() {
    const probe = element("span");
    get("picture").append(probe);
    for (const name of ["page", "ink", "soft", "faint"]) {
      probe.style.color = `var(--${name})`;
      inks[name] = getComputedStyle(probe).color;
    }
    inks.face = getComputedStyle(probe).fontFamily;
    probe.remove();
  }

  const short = (text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text).replace(/\s+/g, " ");

  function nodeStyle(node, number, visible, ends) {
    const fill = colour(model.palette.kinds[node.group]);
    const dim = ends !== null && !ends.has(number);
    const titled = node.group !== "Statement" || ends?.has(number); // titles are long: they wait to be asked for
    return {
      id: number,
      label: titled ? short(node.label) : " ",
      shape: node.shape,
      size: node.size,
      x: node.x,
      y: node.y,
      hidden: !visible.has(number),
      opacity: dim ? 0.2 : 1,
      widthConstraint: { maximum: 110 * grain },
      color: { background: fill, border: inks.page, highlight: { background: fill, border: inks.ink }, hover: { background: fill, border: inks.ink } },
      font: { color: dim ? inks.faint : inks.ink, strokeColor: inks.page, face: inks.face, size: Math.min(11 + node.size / 4, 17) * grain },
    };
  }

  function smooth(bundle) {
    if (bundle.alone) return { enabled: true, type: "curvedCW", roundness: 0.06 };
    return { enabled: true, type: "curvedCW", roundness: Math.min(0.16 + 0.14 * bundle.lane, 0.9) };
  }

  function caption(bundle) {
    const name = bundle.types.length === 1 ? model.words(bundle.types[0]) : `${bundle.types.length} relations`;
    return bundle.claims > 1 ? `${name} ×${bundle.claims}` : name;
  }

  function sentence({ from, to, types, claims }) {
    const count = claims ? ` (${plural(claims, "claim")})` : "";
    return `${model.nodes[from].label} ${types.map(model.words).join(", ")} ${model.nodes[to].label}${count}`;
  }

  /** Whether a line carries its caption: when it is lit, and few others are. */
  const captioned = (dim, lines) => !dim && (lines?.size ?? shown.length) <= LABELLED;

  function stroke(bundle, dim) {
    const tint = colour(bundle.family ?? model.palette.structure);
    const plain = bundle.claims ? 0.85 : 0.6;
    return { color: tint, highlight: tint, hover: tint, opacity: dim ? 0.12 : plain };
  }

  function edgeStyle(bundle, lines) {
    const dim = lines !== null && !lines.has(bundle.id);
    const { dashes, crossed } = Object.values(model.palette.modalities)[bundle.modality];
    return {
      id: bundle.id,
      from: bundle.from,
      to: bundle.to,
      width: bundle.claims ? Math.min(1.4 + Math.log2(bundle.claims) * 1.1, 8) : 0.8,
      color: stroke(bundle, dim),
      dashes,
      arrows: { to: { enabled: !bundle.mutual }, middle: { enabled: crossed, type: "bar", scaleFactor: 0.9 } },
      smooth: smooth(bundle),
      selfReference: { size: 18 + 9 * bundle.lane, angle: Math.PI / 4, renderBehindTheNode: true },
      label: captioned(dim, lines) ? caption(bundle) : " ", // given none, vis-network goes on drawing the last one
      font: { color: inks.soft, strokeColor: inks.page, face: inks.face, size: 11 * grain },
    };
  }

  /** What stays lit when a node or a line is chosen: null when all does. */
  function lit() {
    const near = shown.filter((bundle) =>
      chosen.bundle === null ? bundle.from === chosen.node || bundle.to === chosen.node : bundle.id === chosen.bundle);
    if (!near.length) return { lines: null, ends: null };
    return { lines: new Set(near.map((bundle) => bundle.id)), ends: new Set(near.flatMap((bundle) => [bundle.from, bundle.to])) };
  }

  function paint() {
    readInks();
    const visible = new Set(shown.flatMap((bundle) => [bundle.from, bundle.to]));
    if (chosen.node !== null) visible.add(chosen.node);
    const { lines, ends } = lit();
    nodes.update(model.nodes.map((node, number) => nodeStyle(node, number, visible, ends)));
    edges.update(shown.map((bundle) => edgeStyle(bundle, lines)));
  }

  /** Draws these bundles and the nodes between them. */
  function draw(bundles) {
    shown = bundles;
    const kept = new Set(bundles.map((bundle) => bundle.id));
    edges.remove(edges.getIds().filter((id) => !kept.has(id)));
    paint();
  }

  /** Marks a node (by number) or a line (by id), or neither. */
  function choose({ node = null, bundle = null } = {}) {
    chosen = { node, bundle };
    paint();
    network.setSelection({ nodes: node === null ? [] : [node], edges: bundle !== null && edges.get(bundle) ? [bundle] : [] });
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: still() ? false : { duration: 150 } });
  }

  const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function fit() {
    const visible = nodes.getIds({ filter: (node) => !node.hidden });
    if (visible.length) network.fit({ nodes: visible, maxZoomLevel: 1.25 });
    grain = Math.min(Math.max(0.8 / network.getScale(), 1), 1.7);
    paint();
  }

  /** Brings a node to the middle. */
  const centre = (number) => network.focus(number, { scale: Math.max(network.getScale(), 0.9), animation: !still() });

  /** Opens the canvas; `picked` gets what a click hit, `pointed` what the pointer is over. */
  function start(picked, pointed) {
    network = new vis.Network(get("picture"), { nodes, edges }, model.palette.network);
    network.on("click", ({ nodes: [node], edges: [edge] }) => picked(node ?? null, node === undefined ? edge ?? null : null));
    network.on("hoverNode", ({ node, event }) => pointed(model.nodes[node].label, event));
    network.on("hoverEdge", ({ edge, event }) => pointed(sentence(shown.find((bundle) => bundle.id === edge)), event));
    for (const gone of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(gone, () => pointed(null));
    get("picture").addEventListener("mouseleave", () => pointed(null));
    network.once("afterDrawing", () => { // nodes have no size before
      fit();
      document.body.dataset.ready = "";
    });
    communique.legend.dark.addEventListener("change", paint);
    get("closer").addEventListener("click", () => zoom(1.4));
    get("farther").addEventListener("click", () => zoom(1 / 1.4));
    get("fit").addEventListener("click", fit);
  }

  /** Where the middle of a line stands in the window, in pixels: what a test, or a guide, points at. */
  function middle(id) {
    const { x, y } = network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5));
    const frame = get("picture").getBoundingClientRect();
    return { x: x + frame.left, y: y + frame.top };
  }

  return { centre, choose, draw, fit, middle, start, get shown() { return shown; } };
})();
