"""Report sources to PDF, cover and facts. Refuses to hold figures: those come from `reports-src/`."""
import functools
import hashlib
import subprocess

import typst
from PIL import Image

from . import photos

COVER_WIDTH_PX = 900


def compile_all(sample, fonts, editions):
    """Builds every edition whose PDF is missing, then its cover."""
    for name in editions:
        pdf = sample / "media" / "reports" / f"{name}.pdf"
        pdf.parent.mkdir(parents=True, exist_ok=True)
        if not pdf.exists():
            source = sample / "reports-src" / f"{name}.typ"
            typst.compile(str(source), output=str(pdf), root=str(sample), font_paths=[str(fonts)], ignore_system_fonts=True)
        cover(sample, name)


def cover(sample, name):
    """The first page as a JPEG."""
    out = sample / "media" / "covers" / f"{name}.jpg"
    if not out.exists():
        out.parent.mkdir(parents=True, exist_ok=True)
        pdf = sample / "media" / "reports" / f"{name}.pdf"
        stem = out.with_suffix("")
        size = ["-scale-to-x", str(COVER_WIDTH_PX * 2), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-f", "1", "-l", "1", "-singlefile", "-png", *size, str(pdf), str(stem)], check=True)
        png = out.with_suffix(".png")
        with Image.open(png) as img:
            small = img.convert("RGB").resize((COVER_WIDTH_PX, round(img.height * COVER_WIDTH_PX / img.width)), Image.LANCZOS)
            photos.save(small, out)
        png.unlink()
    return out


@functools.cache
def page_count(path):
    """Pages of a PDF, as poppler counts them."""
    out = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    return int(next(line.split(":")[1] for line in out.splitlines() if line.startswith("Pages:")))


@functools.cache
def file_facts(path):
    """`size_in_bytes` and `sha256` of a file."""
    data = path.read_bytes()
    return len(data), hashlib.sha256(data).hexdigest()
