// In the partner's page, before its own scripts: what it can tell of itself.
if (parent === self) {
  const told = (self.told = { lcp: 0, cls: 0, inp: 0, n: 0, painted: null });
  const observe = (type, use, more) => new PerformanceObserver((list) => list.getEntries().forEach(use)).observe({ type, buffered: true, ...more });
  observe("largest-contentful-paint", (entry) => (told.lcp = entry.startTime));
  observe("layout-shift", (entry) => entry.hadRecentInput || (told.cls += entry.value));
  const seen = ({ interactionId, duration }) => {
    if (!interactionId) return;
    told.n++;
    told.inp = Math.max(told.inp, duration);
  };
  observe("event", seen, { durationThreshold: 16 });
  const painted = () => (told.painted ??= 0) || requestAnimationFrame(() => setTimeout(() => (told.painted ||= performance.now())));
  for (const name of ["nashra:ready", "peer:ready"]) addEventListener(name, painted);
}
