/* Elements from plain values. Text only ever enters the page here, as text. */
"use strict";
const communique = (window.communique = {});

communique.dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat().filter((child) => child !== null && child !== ""));
    return node;
  }

  /** An HTML element; children are elements or text, and text is never parsed. */
  const element = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

  const drawing = (tag, attributes = {}, ...children) =>
    fill(document.createElementNS(SVG, tag), attributes, children);

  /** Text of unknown origin and direction, kept from disturbing its neighbours. */
  const said = (text, tag = "bdi", attributes = {}) => element(tag, { dir: "auto", ...attributes }, String(text));

  /** A link for http and https addresses, plain text for anything else. */
  function link(address, text) {
    if (!/^https?:\/\//i.test(address)) return said(text);
    return element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, said(text));
  }

  const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

  const get = (id) => document.getElementById(id);

  return { drawing, element, get, link, plural, said };
})();
