"""Draws the pictures that `content/` names and that are not there yet: `python3 sample/pictures.py`.

Refuses to draw at random: a picture is its family, its size and its seed.
"""
import sys
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent
sys.path.insert(0, str(SAMPLE))

from drawing import arches, figures, land, lattice  # noqa: E402
from newsroom import photos  # noqa: E402


def photograph(name):
    """A photograph that comes inside scikit-image, as it is."""
    import skimage
    from PIL import Image

    folder = Path(skimage.__file__).parent / "data"
    path = next(p for p in sorted(folder.glob(f"{name}.*")) if p.suffix in (".png", ".jpg"))
    return Image.open(path).convert("RGB")


FAMILIES = {
    "lattice": lattice.draw,
    "dunes": land.dunes,
    "sea": land.sea,
    "mountains": land.mountains,
    "nested": arches.nested,
    "arcade": arches.arcade,
    "screen": arches.screen,
    "bars": figures.bars,
    "dots": figures.dots,
    "contours": figures.contours,
    "threads": figures.threads,
    "fields": figures.fields,
    "photograph": photograph,
}


def draw_missing(sample, specs):
    """Draws each picture without a file."""
    for key, spec in specs.items():
        path = sample / "media" / "photos" / f"{key}.jpg"
        if not path.exists():
            family, args = spec["draw"]
            photos.save(FAMILIES[family](**args), path)


if __name__ == "__main__":
    from content import albums

    draw_missing(SAMPLE, albums.PICTURES)
