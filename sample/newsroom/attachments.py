"""Small real files of every kind that a newsroom attaches. Refuses to overwrite: delete one to have it made again."""
import csv
import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

from content import files
from content.countries import COUNTRIES
from drawing import lattice

from . import figures

STAMP = (2024, 1, 1, 0, 0, 0)


def _xlsx(path):
    from openpyxl import Workbook
    from openpyxl.styles import Font, PatternFill

    data, book = figures.cooperation(), Workbook()
    for n, (key, titles) in enumerate(files.SHEETS.items()):
        sheet = book.active if n == 0 else book.create_sheet()
        sheet.title = titles["ar"]
        sheet.sheet_view.rightToLeft = True
        sheet.freeze_panes = "D2"
        sheet.append(["ISO", "البلد", "Country", *data["years"]])
        for (code, _, english, _), row in zip(COUNTRIES, data["countries"], strict=True):
            sheet.append([code, row["name"], english, *row[key]])
        for cell in sheet[1]:
            cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="0D6450")
        sheet.column_dimensions["B"].width = sheet.column_dimensions["C"].width = 26
    book.save(path)


def _csv(path):
    data = figures.cooperation()
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["iso", "country_ar", "country_en", "country_fr", "year", *files.SHEETS])
        for (code, ar, en, fr), row in zip(COUNTRIES, data["countries"], strict=True):
            for i, year in enumerate(data["years"]):
                rows.writerow([code, ar, en, fr, year, *(row[k][i] for k in files.SHEETS)])


def _docx(path, spec):
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement

    document, rtl = Document(), spec["lang"] == "ar"
    for style, text in spec["paragraphs"]:
        p = document.add_heading(text, 1) if style == "h" else document.add_paragraph(text)
        if rtl:
            # Word keeps direction on the paragraph and on each run.
            p.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
            p._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
            for run in p.runs:
                run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    document.core_properties.title = spec["paragraphs"][0][1]
    document.core_properties.author = "Centre for Statistics and Development"
    document.save(path)


def _pptx(path, spec):
    from pptx import Presentation

    deck = Presentation()
    for n, (title, lines) in enumerate(spec["slides"]):
        slide = deck.slides.add_slide(deck.slide_layouts[0 if n == 0 else 1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\n".join(lines)
        if spec["lang"] == "ar":
            for shape in slide.placeholders:
                for p in shape.text_frame.paragraphs:
                    p._p.get_or_add_pPr().set("rtl", "1")
                    p._p.get_or_add_pPr().set("algn", "r")
    deck.save(path)


def _zip(path, sample):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in files.PRESS_KIT:
            out.writestr(zipfile.ZipInfo(Path(name).name, STAMP), (sample / name).read_bytes())
        out.writestr(zipfile.ZipInfo("README.txt", STAMP), files.PRESS_KIT_NOTE)


def _mp3(path):
    """A chime of four notes, each fading out."""
    notes = "+".join(f"0.22*sin(2*PI*{hz}*t)*exp(-2.2*(t-{at}))*gte(t,{at})" for at, hz in files.CHIME)
    source = f"aevalsrc='{notes}:s=44100:d={files.CHIME_SECONDS}'"
    command = ["ffmpeg", "-loglevel", "error", "-y", "-f", "lavfi", "-i", source, "-b:a", "64k", "-map_metadata", "-1", str(path)]
    subprocess.run(command, check=True)


def _mp4(path):
    """A lattice that opens as its contact angle turns, over the chime."""
    with tempfile.TemporaryDirectory() as folder:
        n = files.CLIP_SECONDS * files.CLIP_FPS
        for i in range(n):
            frame = lattice.draw(640, 360, "green", 5, "488", 70, 48 + 26 * i / (n - 1))
            frame.save(Path(folder) / f"{i:04d}.png")
        audio = str(path.parent.parent / "audio" / "chime.mp3")
        command = ["ffmpeg", "-loglevel", "error", "-y", "-framerate", str(files.CLIP_FPS), "-i", f"{folder}/%04d.png", "-i", audio]
        command += ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "30", "-preset", "slow", "-vf", "minterpolate=fps=24:mi_mode=blend"]
        command += ["-c:a", "aac", "-b:a", "64k", "-t", str(files.CLIP_SECONDS), "-movflags", "+faststart", str(path)]
        subprocess.run(command, check=True)


def _vtt(path, cues):
    out = io.StringIO("WEBVTT\n")
    out.seek(0, 2)
    for start, end, text in cues:
        out.write(f"\n00:00:{start:06.3f} --> 00:00:{end:06.3f}\n{text}\n")
    path.write_text(out.getvalue(), encoding="utf-8")


def make_missing(sample):
    """Writes each file that is not there."""
    media = sample / "media"
    jobs = {
        "data/cooperation-2010-2019.xlsx": _xlsx,
        "data/cooperation-2010-2019.csv": _csv,
        "kits/press-kit.zip": lambda p: _zip(p, sample),
        "audio/chime.mp3": _mp3,
        "video/lattice.mp4": _mp4,
    }
    jobs |= {name: lambda p, s=spec: _docx(p, s) for name, spec in files.DOCUMENTS.items()}
    jobs |= {name: lambda p, s=spec: _pptx(p, s) for name, spec in files.DECKS.items()}
    jobs |= {f"video/lattice.{lang}.vtt": lambda p, c=cues: _vtt(p, c) for lang, cues in files.CUES.items()}
    for name, make in jobs.items():
        path = media / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            make(path)
