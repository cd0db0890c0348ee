// Prints the text of a PDF as PDF.js gives it: the pieces joined, a line end where it says so.
import { readFileSync } from "node:fs";
const [pdfjs, file] = process.argv.slice(2);
const { getDocument } = await import(pdfjs);
const doc = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
for (let n = 1; n <= doc.numPages; n++) {
  const content = await (await doc.getPage(n)).getTextContent();
  console.log(content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
}
