// PDF.js's own viewer with its defaults, as its examples start it; `?file=` names the report. With `?ranges` it asks for nothing but the parts
// of the file that it needs; by default it reads the whole file while it does.
import * as pdfjsLib from "/pdfjs/build/pdf.min.mjs";

globalThis.pdfjsLib = pdfjsLib;
const { EventBus, PDFLinkService, PDFViewer } = await import("/pdfjs/web/pdf_viewer.mjs");
pdfjsLib.GlobalWorkerOptions.workerSrc = "/pdfjs/build/pdf.worker.min.mjs";
const folder = (name) => new URL(`/pdfjs/${name}/`, location.href).href;

const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const viewer = new PDFViewer({ container: document.getElementById("container"), eventBus, linkService });
linkService.setViewer(viewer);
eventBus.on("pagesinit", () => (viewer.currentScaleValue = "page-width"));
const asked = new URL(location.href).searchParams;
const byRanges = asked.has("ranges") ? { disableStream: true, disableAutoFetch: true } : {};
const report = await pdfjsLib.getDocument({
  ...byRanges,
  url: asked.get("file"),
  cMapUrl: folder("cmaps"),
  standardFontDataUrl: folder("standard_fonts"),
  wasmUrl: folder("wasm"),
  iccUrl: folder("iccs"),
}).promise;
viewer.setDocument(report);
linkService.setDocument(report, null);
globalThis.peer = viewer;
