#!/usr/bin/env python3
"""Word error rates of readers over the corpus: ours (the built example `text`), poppler's pdftotext, PDF.js.

Run: python3 measure.py ENGINE_EXAMPLE [PDFJS_DIST_FOLDER] [name...]; writes a Markdown table to standard output.
"""
import pathlib, re, subprocess, sys, unicodedata

HERE = pathlib.Path(__file__).parent


def words(text):
    return unicodedata.normalize("NFC", text).split()


def errors(truth, found):
    """Words to insert, delete or replace (Levenshtein)."""
    row = list(range(len(found) + 1))
    for i, word in enumerate(truth, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(found, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (word != other))
    return row[-1]


PDFJS = """
import { getDocument } from "%s/legacy/build/pdf.mjs";
import { readFileSync } from "node:fs";
const doc = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
for (let n = 1; n <= doc.numPages; n++) {
  const content = await (await doc.getPage(n)).getTextContent();
  console.log(content.items.map(item => item.str + (item.hasEOL ? "\\n" : "")).join(""));
}
"""


def readers(example, pdfjs):
    run = lambda *command: subprocess.run(command, capture_output=True, text=True).stdout
    yield "ours", lambda pdf: run(example, str(pdf))
    yield "pdftotext", lambda pdf: run("pdftotext", str(pdf), "-")
    if pdfjs:
        script = pathlib.Path(pdfjs) / "nashra-text.mjs"
        script.write_text(PDFJS % pathlib.Path(pdfjs).resolve())
        yield "PDF.js", lambda pdf: run("node", str(script), str(pdf))


def main():
    example, pdfjs, only = sys.argv[1], (sys.argv[2:3] or [""])[0], sys.argv[3:]
    columns = list(readers(example, pdfjs))
    print("| file | tagged | words | " + " | ".join(name for name, _ in columns) + " |")
    print("|---|---|---|" + "---|" * len(columns))
    sums = [0.0] * len(columns)
    files = [p for p in sorted(HERE.glob("*.pdf")) if not only or any(o in p.name for o in only)]
    for pdf in files:
        truth = words(pdf.with_suffix(".txt").read_text())
        rates = [errors(truth, words(read(pdf))) / len(truth) for _, read in columns]
        sums = [a + b for a, b in zip(sums, rates)]
        tagged = "yes" if b"/StructTreeRoot" in pdf.read_bytes() or re.search(r"Tagged:\s+yes", subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True).stdout) else "no"
        print(f"| {pdf.stem} | {tagged} | {len(truth)} | " + " | ".join(f"{100 * r:.1f}" for r in rates) + " |")
    print("| mean | | | " + " | ".join(f"{100 * s / len(files):.1f}" for s in sums) + " |")


main()
