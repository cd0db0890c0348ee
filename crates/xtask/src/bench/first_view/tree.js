// The page as lines: each element with its attributes, sorted, and each text, white space squeezed.
const root = document.querySelector("#nashra > .frame").cloneNode(true);
root.normalize();
const lines = [];
const walk = (element, depth) => {
  const attributes = [...element.attributes].map(({ name, value }) =>
    name === "style" ? `style=${element.style.cssText}` : `${name}=${value}`);
  lines.push(`${" ".repeat(depth)}<${[element.localName, ...attributes.sort()].join(" ")}>`);
  for (const child of element.childNodes) {
    const text = child.nodeType === Node.TEXT_NODE && child.data.replace(/\s+/g, " ").trim();
    if (text) lines.push(`${" ".repeat(depth + 1)}${text}`);
    if (child.nodeType === Node.ELEMENT_NODE) walk(child, depth + 1);
  }
};
walk(root, 0);
return lines;
