"""Makes a folder of TrueType fonts for Typst. Refuses to commit them: they are fetched and converted at build time."""
import shutil
import subprocess
from pathlib import Path

from fontTools.ttLib import TTFont

WEIGHTS = ("400", "500", "600", "700")
SUBSETS = ("arabic", "latin", "latin-ext")
AMIRI = Path("/usr/share/fonts/opentype/fonts-hosny-amiri")


def prepare(work):
    """Fills `work/fonts` with IBM Plex Sans Arabic (npm) and Amiri (Debian), and gives its path."""
    out = work / "fonts"
    if (out / "ready").exists():
        return out
    out.mkdir(parents=True, exist_ok=True)
    package = work / "node_modules" / "@fontsource" / "ibm-plex-sans-arabic"
    if not package.exists():
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(work), "@fontsource/ibm-plex-sans-arabic@5"]
        subprocess.run(command, check=True, capture_output=True)
    for weight in WEIGHTS:
        for subset in SUBSETS:
            font = TTFont(package / "files" / f"ibm-plex-sans-arabic-{subset}-{weight}-normal.woff2")
            font.flavor = None
            family = f"Plex {subset}"
            for record in font["name"].names:
                if record.nameID in (1, 16):
                    record.string = family
                elif record.nameID in (4, 6):
                    record.string = f"Plex{subset}-{weight}".replace("-", "")
            font["OS/2"].usWeightClass = int(weight)
            font.save(out / f"plex-{subset}-{weight}.ttf")
    for face in ("Amiri-Regular.ttf", "Amiri-Bold.ttf"):
        shutil.copy(AMIRI / face, out / face)
    (out / "ready").touch()
    return out
