"""Draws the pictures that `content/` names and that are not there yet: `python3 sample/pictures.py`.

Refuses to draw at random: a picture is its family, its size and its seed.
"""
import sys
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent
sys.path.insert(0, str(SAMPLE))

from drawing import land, lattice  # noqa: E402
from newsroom import photos  # noqa: E402

FAMILIES = {"lattice": lattice.draw, "dunes": land.dunes, "sea": land.sea, "mountains": land.mountains}


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
