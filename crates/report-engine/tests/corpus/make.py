#!/usr/bin/env python3
"""Typesets the corpus: our own texts (sources/texts.json) by different producers, each with its expected text.

Needs: chromium, soffice, xelatex, pango-view (Debian packages), fonts-hosny-amiri, fonts-noto-core,
fonts-sil-scheherazade, and from PyPI
typst and weasyprint. Run in this folder: python3 make.py [name...]. The PDFs are kept in the repository; this is for changing them.
"""
import html, json, pathlib, shutil, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent
TEXTS = json.loads((HERE / "sources/texts.json").read_text())
FONT = {"ar": "Amiri", "fa": "Noto Naskh Arabic", "he": "Noto Serif Hebrew", "en": "Noto Serif", "fr": "Noto Serif", "ur": "Noto Naskh Arabic"}
CASES = [
    ("typst", "ar"), ("typst", "ar-vowels"), ("typst", "mixed"), ("typst", "columns"), ("typst", "he"),
    ("chromium", "ar"), ("chromium", "ar-vowels"), ("chromium", "fa"), ("chromium", "mixed"), ("chromium", "columns"), ("chromium", "ur"),
    ("chromium-plain", "columns"), ("chromium-plain", "mixed"),
    ("weasyprint-naskh", "ar-vowels"), ("weasyprint-scheherazade", "ar-vowels"),
    ("weasyprint", "ar"), ("weasyprint", "ar-vowels"), ("weasyprint", "he"), ("weasyprint", "columns"), ("weasyprint", "en"),
    ("pango", "ar"), ("pango", "ar-vowels"), ("pango", "fa"), ("pango", "mixed"),
    ("libreoffice", "ar"), ("libreoffice", "ar-vowels"), ("libreoffice", "he"), ("libreoffice", "mixed"), ("libreoffice", "en"),
    ("xelatex", "fr"),
]


def page(lang, direction, paragraphs, columns, font=None):
    title, *rest = map(html.escape, paragraphs)
    style = f"@page{{size:A4;margin:2.5cm}}body{{font:13pt/1.7 '{font or FONT[lang]}'}}"
    if columns:
        style += "div{columns:2;column-gap:1.2cm}"
    body = f"<h1>{title}</h1><div>" + "".join(f"<p>{p}</p>" for p in rest) + "</div>"
    return f'<!doctype html><html lang="{lang}" dir="{direction}"><meta charset="utf-8"><title>{title}</title><style>{style}</style>{body}</html>'


def run(*command, cwd=None):
    subprocess.run(command, check=True, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def typst(lang, direction, paragraphs, columns, out, tmp):
    import typst as compiler
    escape = lambda s: "".join("\\" + c if c in "#$*_`<>@\\=[]/~-" else c for c in s)
    title, *rest = map(escape, paragraphs)
    body = "\n\n".join(rest)
    body = f"#columns(2)[\n{body}\n]" if columns else body
    source = f'#set page("a4")\n#set text(font: "{FONT[lang]}", lang: "{lang}", dir: {direction}, size: 13pt)\n= {title}\n\n{body}\n'
    (tmp / "a.typ").write_text(source)
    compiler.compile(str(tmp / "a.typ"), output=str(out))


def chromium(lang, direction, paragraphs, columns, out, tmp, *flags):
    (tmp / "a.html").write_text(page(lang, direction, paragraphs, columns))
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", f"--user-data-dir={tmp}/profile",
        "--no-pdf-header-footer", *flags, f"--print-to-pdf={out}", f"file://{tmp}/a.html")


def chromium_plain(*args):
    chromium(*args, "--disable-pdf-tagging")


def weasyprint(lang, direction, paragraphs, columns, out, tmp, font=None):
    import weasyprint as w
    w.HTML(string=page(lang, direction, paragraphs, columns, font)).write_pdf(str(out))


def weasyprint_naskh(*args):
    weasyprint(*args, font="Noto Naskh Arabic")


def weasyprint_scheherazade(*args):
    weasyprint(*args, font="Scheherazade")


def pango(lang, direction, paragraphs, columns, out, tmp):
    (tmp / "a.txt").write_text("\n\n".join(paragraphs))
    args = ["pango-view", "--no-display", "-q", f"--font={FONT[lang]} 13", "--width=420", "--wrap=word", f"--output={out}", f"--language={lang}"]
    run(*args, *(["--rtl"] if direction == "rtl" else []), str(tmp / "a.txt"))


def libreoffice(lang, direction, paragraphs, columns, out, tmp):
    (tmp / "a.html").write_text(page(lang, direction, paragraphs, columns))
    run("soffice", "--headless", f"-env:UserInstallation=file://{tmp}/office", "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(tmp), str(tmp / "a.html"))
    shutil.move(tmp / "a.pdf", out)


def xelatex(lang, direction, paragraphs, columns, out, tmp):
    escape = lambda s: "".join("\\" + c if c in "#$%&_{}" else c for c in s)
    title, *rest = map(escape, paragraphs)
    rtl = direction == "rtl"
    script = "Hebrew" if lang == "he" else "Arabic" if rtl else "Latin"
    # The primitive direction of XeTeX, so that no package for Arabic is needed.
    lines = [r"\documentclass[12pt,a4paper]{article}", r"\usepackage{fontspec}", r"\usepackage{multicol}" if columns else "",
             rf"\setmainfont[Script={script}]{{{FONT[lang]}}}", r"\pagestyle{empty}\TeXXeTstate=1\begin{document}"]
    for index, text in enumerate([title, *rest]):
        if columns and index == 1:
            lines.append(r"\twocolumn")
        lines.append((r"\noindent\beginR " + text + r"\endR" if rtl else r"\noindent " + text) + r"\par\medskip")
    (tmp / "a.tex").write_text("\n".join(lines + [r"\end{document}"]))
    run("xelatex", "-interaction=batchmode", "a.tex", cwd=tmp)
    shutil.move(tmp / "a.pdf", out)


def main(only):
    for producer, text in CASES:
        name = f"{producer}-{text}"
        if only and not any(word in name for word in only):
            continue
        lang, direction, paragraphs = TEXTS[text]
        with tempfile.TemporaryDirectory() as tmp:
            try:
                globals()[producer.replace("-", "_")](lang, direction, paragraphs, text == "columns", HERE / f"{name}.pdf", pathlib.Path(tmp))
            except Exception as error:
                print("not made:", name, repr(error)[:200])
                continue
        (HERE / f"{name}.txt").write_text("\n".join(paragraphs) + "\n")


main(sys.argv[1:])
