// The report worker's entry. `nashra publish` writes it with the hashed names of the files beside it.
//
// A worker named "shared" waits for the compiled module, `{ module }`: an app with several workers compiles once, and code that
// one of them has warmed up is warm in the next. Any other compiles for itself.
import start from "./report-worker-engine.js";

const file = (path) => new URL(path, import.meta.url);
// What is asked before the engine listens is kept for it: the app need not wait to hear that it does.
const held = [];
let share;
const shared = new Promise((resolve) => (share = resolve));
const hold = ({ data }) => (data.module ? share(data.module) : held.push(data));
addEventListener("message", hold);
self.nashraSupplies = file("./report-supplies/").href;
start({ module_or_path: name === "shared" ? shared : file("./report-worker-engine_bg.wasm") }).then(
  () => {
    removeEventListener("message", hold);
    for (const data of held) onmessage({ data });
  },
  (error) => {
    // Thrown outside of the promise, so that the app hears of it by the worker's `error` event in every engine.
    setTimeout(() => {
      throw error;
    });
  },
);
