// What the visit told, once nothing is on its way: `null` until then.
const [hasApp] = arguments;
const told = globalThis.firstView;
const [page] = performance.getEntriesByType("navigation");
const files = performance.getEntriesByType("resource");
const ends = [page, ...files].map(({ responseEnd }) => responseEnd);
const isLoading = [...document.images].some((image) => image.currentSrc && !image.complete);
const last = Math.max(...ends, page.loadEventEnd, told.lcp, told.interactive, ...told.shifts.map(([time]) => time));
const isOver = page.loadEventEnd > 0 && !isLoading && performance.now() > last + 1500;
if (!isOver || told.lcp === null || (hasApp && told.interactive === null)) return null;
const sum = (entries) => entries.reduce((bytes, { transferSize }) => bytes + transferSize, 0);
const before = [page, ...files].filter(({ responseEnd }) => responseEnd <= told.interactive);
return {
  ...told,
  bytes: sum([page, ...files]),
  bytesUntilInteractive: told.interactive === null ? null : sum(before),
  waterfall: [page, ...files].map(({ name, initiatorType, startTime, requestStart, responseStart, responseEnd, transferSize }) =>
    [startTime, requestStart, responseStart, responseEnd].map(Math.round).join(" ") +
    ` ${transferSize} ${initiatorType} ${new URL(name).pathname}`),
};
