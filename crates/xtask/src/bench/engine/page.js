// Both sides of `cargo xtask bench engine`: from a worker's start to the first page's pixels on a canvas, then the next
// page's. `measure` is called by the bench, one side and one file at a time.
import * as pdfjs from "/pdfjs/pdf.min.mjs";

globalThis.trustedTypes?.createPolicy("default", { createScriptURL: (url) => url });
pdfjs.GlobalWorkerOptions.workerSrc = "/pdfjs/pdf.worker.min.mjs";

const files = new Map();
const bytesOf = async (name) => {
  if (!files.has(name)) files.set(name, await (await fetch(`/files/${name}`)).arrayBuffer());
  return files.get(name).slice(0);
};

// A canvas may put off its drawing; what is read back has been drawn.
const settle = (context) => context.getImageData(0, 0, 1, 1);

const canvasOf = (width, height) => {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return [canvas, canvas.getContext("2d")];
};

class Ours {
  #version;
  #worker = new Worker("/worker/report-worker.js", { type: "module", name: "shared" });
  #id = 0;
  #waiting = [];

  constructor(version) {
    this.#version = version;
    this.#worker.postMessage({ module });
    this.#worker.onmessage = ({ data }) => this.#waiting.shift()?.resolve(data);
    this.#worker.onerror = (event) => this.#waiting.shift()?.reject(new Error(event.message));
  }

  // The bytes of a request: id, generation, what is asked, its fields (crates/report/src/wire).
  #ask(tag, fields, bytes) {
    const message = new Uint8Array([...u32(++this.#id), ...u32(1), tag, ...fields]).buffer;
    this.#worker.postMessage({ message, bytes }, bytes ? [message, bytes] : [message]);
    return this.#answer();
  }

  #answer() {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  async open(bytes) {
    await this.#answer();
    await this.#ask(0, u32(this.#version));
    const { message } = await this.#ask(1, u32(0), bytes);
    const view = new DataView(message);
    if (view.getUint8(8) !== 1) throw new Error(`not opened: ${view.getUint8(8)}, ${view.getUint8(9)}`);
    // The pages' sizes, each followed by a label.
    this.widths = [];
    let at = 13;
    for (let left = view.getUint32(9, true); left > 0; left--) {
      this.widths.push(view.getFloat32(at, true));
      at += 12 + view.getUint32(at + 8, true);
    }
  }

  async draw(page, width) {
    const scale = width / this.widths[page];
    const { message, bytes } = await this.#ask(2, [...u32(page), ...f32(scale)]);
    const view = new DataView(message);
    if (view.getUint8(8) !== 2) throw new Error(`not drawn: ${view.getUint8(8)}, ${view.getUint8(9)}`);
    const image = new ImageData(new Uint8ClampedArray(bytes), view.getUint32(13, true), view.getUint32(17, true));
    const [canvas, context] = canvasOf(image.width, image.height);
    context.putImageData(image, 0, 0);
    settle(context);
    return canvas;
  }

  get n_pages() {
    return this.widths.length;
  }

  close() {
    this.#worker.terminate();
  }
}

const u32 = (value) => new Uint8Array(new Uint32Array([value]).buffer);
const f32 = (value) => new Uint8Array(new Float32Array([value]).buffer);

class Theirs {
  async open(bytes) {
    const url = (folder) => new URL(`/pdfjs/${folder}/`, location.href).href;
    this.task = pdfjs.getDocument({
      data: bytes,
      cMapUrl: url("cmaps"),
      standardFontDataUrl: url("standard_fonts"),
      wasmUrl: url("wasm"),
      iccUrl: url("iccs"),
    });
    this.document = await this.task.promise;
  }

  async draw(page, width) {
    const loaded = await this.document.getPage(page + 1);
    const scale = width / loaded.getViewport({ scale: 1 }).width;
    const viewport = loaded.getViewport({ scale });
    const [canvas, context] = canvasOf(Math.ceil(viewport.width - 0.001), Math.ceil(viewport.height - 0.001));
    await loaded.render({ canvas, canvasContext: context, viewport }).promise;
    settle(context);
    return canvas;
  }

  get n_pages() {
    return this.document.numPages;
  }

  close() {
    return this.task.destroy();
  }
}

// How many of a thousand sampled pixels are not white: neither side may win by drawing nothing.
const inkOf = (canvas) => {
  const context = canvas.getContext("2d");
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let [ink, n] = [0, 0];
  for (let at = 0; at < data.length; at += 4 * 97, n++) {
    if (data[at] < 250 || data[at + 1] < 250 || data[at + 2] < 250) ink++;
  }
  return Math.round((1000 * ink) / n);
};

globalThis.measure = async (side, name, width, version) => {
  const bytes = await bytesOf(name);
  const start = performance.now();
  const engine = side === "ours" ? new Ours(version) : new Theirs();
  try {
    await engine.open(bytes);
    const first = await engine.draw(0, width);
    const drawn = performance.now();
    let next = null;
    if (engine.n_pages > 1) {
      const begun = performance.now();
      await engine.draw(1, width);
      next = performance.now() - begun;
    }
    return { first: drawn - start, next, width: first.width, height: first.height, ink: inkOf(first) };
  } finally {
    await engine.close();
  }
};
// Both libraries are there before anything is measured: the peer's worker in the browser's cache, our module compiled, as
// the viewer's workers share it.
let module;
globalThis.isReady = Promise.all(
  ["/worker/report-worker.js", "/pdfjs/pdf.worker.min.mjs"].map(async (path) => (await fetch(path)).arrayBuffer()),
).then(async () => {
  module = await WebAssembly.compileStreaming(fetch("/worker/report-worker-engine_bg.wasm"));
  return true;
});
