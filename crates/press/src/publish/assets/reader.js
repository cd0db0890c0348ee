
// A report whose pages are published comes whole from the host, its first page with the HTML: the browser opens it where the line is slow.
// Where it is quick the app opens it in place, and engine, worker and file come beside the viewer's own code.
const beginReport = ({ file, pages }) => {
  root.nashraReportBegun?.worker?.terminate();
  const stop = new AbortController();
  const answer = fetch(file, { signal: stop.signal });
  const code = WebAssembly.compileStreaming(fetch(root.nashraReportModule));
  // What fails is tried again by the viewer, which says so. The pages are then in the browser's cache.
  for (const promise of [answer, code, fetch(pages)]) promise.catch(() => {});
  const worker = new Worker(root.nashraReportWorker, { type: "module", name: "shared" });
  const begun = { worker, code, file: { url: file, stop, answer } };
  worker.onerror = () => delete begun.worker;
  code.then((module) => worker.postMessage({ module })).catch(() => {});
  root.nashraReportBegun = begun;
};

addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[href*='/read/']");
    const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!link || button || ctrlKey || metaKey || shiftKey || altKey) return;
    const { pages } = link.dataset;
    const file = link.closest("li")?.querySelector("a[download]")?.getAttribute("href");
    if (!isQuick) {
      // A search found it, so it is published.
      if (pages || link.hash.startsWith("#page=")) event.stopPropagation();
    } else if (pages && file && root.dataset.state === "ready") {
      root.nashraLoadViewer().catch(() => {});
      beginReport({ file, pages });
    }
  },
  true,
);

const report = document.getElementById("viewer")?.dataset;
const openReport = async () => {
  const { page } = JSON.parse(document.getElementById("nashra-data").textContent);
  if (page?.path !== location.pathname) return;
  const viewer = root.nashraLoadViewer();
  if (isQuick && report.pages) beginReport(report);
  await viewer;
  await root.nashraShowReport(JSON.stringify(page.content));
};
// The app comes after the first page: nobody needs it before. It waits three seconds at most.
const firstPage = () =>
  new Promise((resolve) => {
    const look = new MutationObserver(resolve);
    look.observe(document.getElementById("viewer"), { attributeFilter: ["data-live"], subtree: true });
  });
