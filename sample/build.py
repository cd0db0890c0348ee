"""Builds the sample newsroom from `content/`, `reports-src/` and `drawing/`: `python3 sample/build.py`.

Refuses to redo a picture or a report that is already there; delete the file, or pass `--all`, to have it made again.
"""
import sys
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent
sys.path.insert(0, str(SAMPLE))

import pictures  # noqa: E402
from content import albums, releases, report_items, site  # noqa: E402
from newsroom import attachments, feeds, figures, fonts, reports  # noqa: E402

MADE = ("photos", "reports", "covers", "data", "documents", "kits", "audio", "video")
WORK = Path(tempfile.gettempdir()) / "nashra-sample"


def main(argv):
    """Pictures, then reports (which may show them), then feeds (which measure both)."""
    if "--all" in argv:
        for folder in MADE:
            for path in SAMPLE.glob(f"media/{folder}/*"):
                path.unlink()
    pictures.draw_missing(SAMPLE, albums.PICTURES)
    attachments.make_missing(SAMPLE)
    feeds.write_json(SAMPLE / "reports-src" / "data" / "cooperation.json", figures.cooperation())
    reports.compile_all(SAMPLE, fonts.prepare(WORK), report_items.EDITIONS)
    feeds.write_feeds(SAMPLE, releases.ITEMS + report_items.ITEMS, albums.PICTURES, site.SITE)
    feeds.write_json(SAMPLE / "site.json", {k: v for k, v in site.SITE.items() if k != "description"})


if __name__ == "__main__":
    main(sys.argv[1:])
