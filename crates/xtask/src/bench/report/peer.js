// PDF.js's own viewer with its defaults, as its examples start it; `?file=` names the report.
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
const report = await pdfjsLib.getDocument({
  url: new URL(location.href).searchParams.get("file"),
  cMapUrl: folder("cmaps"),
  standardFontDataUrl: folder("standard_fonts"),
  wasmUrl: folder("wasm"),
  iccUrl: folder("iccs"),
}).promise;
viewer.setDocument(report);
linkService.setDocument(report, null);
globalThis.peer = viewer;
