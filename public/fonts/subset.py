"""Makes the fonts of this folder from npm's @fontsource/ibm-plex-sans-arabic.

    npm pack @fontsource/ibm-plex-sans-arabic && tar xzf fontsource-*.tgz
    pip install fonttools brotli
    python3 public/fonts/subset.py package/files

A page in Arabic needs two files, one in English two others: the letters of the language with the spaces, digits and signs that
all texts use. The letters that only Persian, Urdu and Kurdish have are in a file that holds all of the script, since letters from
two files do not join in every browser. Latin 1 and Latin Extended on demand. Hints are dropped (screens that need them are gone),
and the reserved font name is replaced, as the licence asks of a modified font.
"""
import pathlib
import sys
import tempfile

from fontTools import merge, subset
from fontTools.ttLib import TTFont

# Arabic, with the letters that it writes foreign names with.
ARABIC = "060C 061B 061F 0621-063A 0640-0652 0660-066C 0670 067E 0686 0698 06A4 06AF"
ARABIC_FULL = (
    "060C 0615 061B 061C 061F 0621-063A 0640-0655 0660-066C 0670-0671 0679 067E 0686 0688 0691 0698 06A4 06A9 06AF "
    "06B5 06BA 06BE 06C1-06C3 06C6 06CC 06CE 06D2-06D5 06F0-06F9"
)
# What texts in every script use: spaces, digits, quotation marks, dashes.
COMMON = "0020-0040 005B-0060 007B-007E 00A0 00AB 00B7 00BB 2010-2015 2018-201A 201C-201E 2026"
# The letters of English, and those in the names of other languages: a switch between languages is on every page.
LATIN = COMMON + " 0041-005A 0061-007A 00E7 00EA 00F1"
LATIN_1 = (
    "00A1-00A9 00AC 00AE-00B6 00B9-00BA 00BC-00FF 0152-0153 2009-200A 2020-2022 202F 2030 2032-2033 2039-203A 2044 20AC 2122 2212"
)
LATIN_EXT = "0100-0151 0154-024F 1E80-1E85 1E9E 1EF2-1EF3"
FEATURES = ["init", "medi", "fina", "isol", "rlig", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "kern", "tnum", "lnum", "curs"]


def codepoints(text):
    for part in text.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def cut(source, script, weight, text, features):
    font = TTFont(pathlib.Path(source) / f"ibm-plex-sans-arabic-{script}-{weight}-normal.woff2")
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(codepoints(text)))
    subsetter.subset(font)
    font.flavor = None
    return font


def joined(fonts):
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / f"{at}.ttf" for at in range(len(fonts))]
        for font, path in zip(fonts, paths):
            font.save(path)
        return merge.Merger().merge([str(path) for path in paths])


def main(source):
    here = pathlib.Path(__file__).parent
    for weight in (400, 600):
        # Kerning between signs is not worth its bytes.
        common = lambda: cut(source, "latin", weight, COMMON, [])
        fonts = {
            "arabic": joined([cut(source, "arabic", weight, ARABIC, FEATURES), common()]),
            "arabic-full": joined([cut(source, "arabic", weight, ARABIC_FULL, FEATURES), common()]),
            "latin": cut(source, "latin", weight, LATIN, FEATURES),
            "latin-1": cut(source, "latin", weight, LATIN_1, FEATURES),
            "latin-ext": cut(source, "latin-ext", weight, LATIN_EXT, FEATURES),
        }
        for script, font in fonts.items():
            for record in font["name"].names:
                if record.nameID in (1, 3, 4, 6):
                    record.string = "NashraSans" if record.nameID == 6 else f"Nashra Sans {weight}"
            font.flavor = "woff2"
            name = here / f"nashra-sans-{script}-{weight}.woff2"
            font.save(name)
            print(name.name, name.stat().st_size)


main(sys.argv[1])
