// The service worker of a newsroom that keeps no copies: one that kept some before goes, and they with it. `nashra publish` writes it
// as `sw.js` with `build` before it: { prefix }.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

const leave = async () => {
  await registration.unregister();
  await drop();
  // The worker before may have been writing.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await drop();
};

const drop = async () => {
  for (const name of await caches.keys()) {
    if (/^nashra (apps|copies) /.test(name) && name.endsWith(` ${build.prefix}`)) await caches.delete(name);
  }
};
