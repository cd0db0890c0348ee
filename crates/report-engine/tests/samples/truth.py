#!/usr/bin/env python3
"""The texts of the sample reports from their Typst sources, as NAME.txt beside this script: what their PDFs should read as.

Needs what sample/README.md lists for building the sample. Run: python3 truth.py [NAME...]. The texts are kept in the
repository; this is for changed reports. Refuses to look at a PDF.
"""
import json, pathlib, shutil, sys, tempfile

import typst

HERE = pathlib.Path(__file__).parent
SAMPLE = HERE.parents[3] / "sample"
sys.path.insert(0, str(SAMPLE))
REPORTS = {"cooperation-ar": "ar", "cooperation-en": "en", "food-fr": "fr", "reader-guide": "ar", "trade-en": "en", "yearbook": "ar", "youth-en": "en"}
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SEPARATOR = {"fr": ".\u00a0– "}
# Lines of a chart are drawn to a measured width; their words do not depend on it.
WITHOUT_LAYOUT = "#let layout(draw) = draw((width: 450pt, height: 700pt))\n"
QUESTION = """#import "plain.typ": walk
#let doc = include "{name}.typ"
#metadata(walk(doc)) <pieces>
#doc
#context [#metadata((
  heads: query(heading).map(h => (h.level, walk(h.body), h.outlined, counter(page).at(h.location()).first())),
  tables: query(figure.where(kind: table)).map(f => (walk(f.caption.body), counter(page).at(f.location()).first())),
)) <places>]
"""


def text_of(name, lang, fonts):
    number = lambda n: str(n).translate(EASTERN) if lang == "ar" else str(n)
    with tempfile.TemporaryDirectory() as tmp:
        tmp = pathlib.Path(tmp)
        shutil.copytree(SAMPLE / "reports-src", tmp, dirs_exist_ok=True)
        shutil.copy(HERE / "plain.typ", tmp)
        common = tmp / "common.typ"
        common.write_text(WITHOUT_LAYOUT + common.read_text())
        (tmp / "question.typ").write_text(QUESTION.replace("{name}", name))
        ask = lambda label: json.loads(typst.query(str(tmp / "question.typ"), label, field="value", one=True, root=str(tmp), font_paths=[str(fonts)], ignore_system_fonts=True))
        pieces, places = ask("<pieces>"), ask("<places>")
    join = lambda parts: "".join(part if isinstance(part, str) else "" for part in parts)
    label = lambda supplement, n: f"{supplement}\u00a0{number(n)}{SEPARATOR.get(lang, ': ')}"
    counts, out = {}, []
    for piece in pieces:
        if isinstance(piece, str):
            out.append(piece)
        elif "enum" in piece:
            out.append(number(piece["enum"]) + ". ")
        elif "figure" in piece:
            counts[piece["figure"]] = n = counts.get(piece["figure"], 0) + 1
            out.append(label(piece["supplement"], n))
        elif piece["of-tables"]:
            entries = [f"{supplement_of_tables(pieces)} {number(n)} " + join(body) + " " + number(page) for n, (body, page) in enumerate(places["tables"], 1)]
            out.append("\n".join(entries) + "\n")
        else:
            entries = [join(body) + " " + number(page) for level, body, outlined, page in places["heads"] if outlined and level <= (piece["depth"] or 9)]
            out.append("\n".join([piece["outline"] or "", *entries]) + "\n")
    # Straight quotes in the source open and close in turn.
    halves = "".join(out).split('"')
    out = "".join(half + ("" if n == len(halves) else "“" if n % 2 else "”") for n, half in enumerate(halves, 1))
    lines = (" ".join(line.split()) for line in out.split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def supplement_of_tables(pieces):
    return next(p["supplement"] for p in pieces if isinstance(p, dict) and p.get("figure") == "table")


def main(only):
    from newsroom import fonts
    work = SAMPLE.parent / "target" / "sample-work"
    work.mkdir(parents=True, exist_ok=True)
    folder = fonts.prepare(work)
    for name, lang in REPORTS.items():
        if not only or name in only:
            (HERE / f"{name}.txt").write_text(text_of(name, lang, folder))


main(sys.argv[1:])
