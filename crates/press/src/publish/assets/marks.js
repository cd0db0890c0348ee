// Marks what a search found in the page that its hit leads to: `#mark=` in the address carries the words as they were written.
// It draws over the text and changes nothing in the page, so that the app finds every node as it left it.
const root = document.getElementById("nashra");
const NAME = "nashra-found";

const asked = () => {
  if (!location.hash.startsWith("#mark=")) return [];
  try {
    return location.hash.slice(6).split(",").map(decodeURIComponent).filter(Boolean);
  } catch {
    return [];
  }
};

const show = () => {
  CSS.highlights.delete(NAME);
  const words = asked();
  const main = document.getElementById("main");
  if (!words.length || !main) return;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const inside = "[\\p{L}\\p{M}\\p{N}]";
  const pattern = new RegExp(`(?<!${inside})(?:${escaped.join("|")})(?!${inside})`, "gu");
  const found = new Highlight();
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    for (const hit of text.data.matchAll(pattern)) {
      const range = new Range();
      range.setStart(text, hit.index);
      range.setEnd(text, hit.index + hit[0].length);
      found.add(range);
    }
  }
  if (found.size) CSS.highlights.set(NAME, found);
};

// Engines without highlights show the page as it is.
if (globalThis.Highlight && CSS.highlights) {
  // The app says when a page stands: after hydration, and after each navigation.
  new MutationObserver(() => root.dataset.state === "ready" && show()).observe(root, { attributeFilter: ["data-state"] });
  addEventListener("hashchange", show);
  if (root.dataset.state === "ready") show();
}
