// Runs before the page's own scripts: notes what was painted, what moved, and when the first click on the theme button did something.
(() => {
  const told = { lcp: null, element: null, cls: 0, shifts: [], paints: {}, interactive: null, longTasks: [] };
  globalThis.firstView = told;
  const observe = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe("largest-contentful-paint", ({ startTime, element, url, size }) => {
    told.lcp = startTime;
    told.element = `${element?.localName}.${element?.className} ${url} ${size}`;
  });
  observe("layout-shift", ({ value, startTime, hadRecentInput, sources }) => {
    if (hadRecentInput) return;
    told.cls += value;
    told.shifts.push([startTime, value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.data)]);
  });
  observe("paint", ({ name, startTime }) => (told.paints[name] = startTime));
  observe("longtask", ({ startTime, duration }) => told.longTasks.push([startTime, duration]));
  // Clicks as fast as a very impatient reader; the theme on the root is what a handled one changes, on every side.
  const clicking = setInterval(() => document.querySelector(".tools > button")?.click(), 20);
  const watch = new MutationObserver(() => {
    if (!document.documentElement?.dataset.theme) return;
    told.interactive = performance.now();
    clearInterval(clicking);
    watch.disconnect();
  });
  watch.observe(document, { attributes: true, subtree: true, attributeFilter: ["data-theme"] });
})();
