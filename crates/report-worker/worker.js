// The report worker's entry. `nashra publish` writes it with the hashed names of the files beside it.
import start from "./report-worker-engine.js";

const file = (name) => new URL(name, import.meta.url);
self.nashraSupplies = file("./report-supplies/").href;
start({ module_or_path: file("./report-worker-engine_bg.wasm") }).catch((error) => {
  // Thrown outside of the promise, so that the app hears of it by the worker's `error` event in every engine.
  setTimeout(() => {
    throw error;
  });
});
