"""Checks the committed newsroom: `python3 sample/verify.py` prints what is wrong and exits with 1.

Refuses to import the generators: it reads only what a visitor's browser would read. Needs no package.
"""
import base64
import hashlib
import json
import re
import struct
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlparse

SAMPLE = Path(__file__).resolve().parent
LIMIT_BYTES = 40 * 1024 * 1024
LIMIT_PDF_BYTES = 6 * 1024 * 1024
VOID = {"img", "br", "hr", "wbr"}
problems = []


def check(ok, where, what):
    """Notes `what` when not `ok`."""
    if not ok:
        problems.append(f"{where}: {what}")
    return ok


def jpeg_size(data):
    """Width and height from the frame header (ITU T.81, B.2.2)."""
    i = 2
    while i < len(data):
        marker, length = data[i + 1], struct.unpack(">H", data[i + 2 : i + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[i + 5 : i + 9])
            return width, height
        i += 2 + length
    return None


class Balance(HTMLParser):
    """Finds unclosed elements, and collects links and image sources."""

    def __init__(self):
        super().__init__()
        self.open, self.bad, self.urls = [], [], []

    def handle_starttag(self, tag, attrs):
        self.urls += [v for k, v in attrs if k in ("src", "href")]
        if tag == "img":
            names = dict(attrs)
            self.bad += [f"img without {n}" for n in ("alt", "width", "height") if n not in names]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(f"</{tag}> out of place")


def local(url, base, where):
    """The file behind a relative URL, or None for an absolute one."""
    scheme = urlparse(url).scheme
    if scheme:
        check(scheme in ("http", "https", "mailto", "tel"), where, f"scheme of {url}")
        return None
    path = (base / url).resolve()
    check(path.is_file() and SAMPLE in path.parents, where, f"no file behind {url}")
    return path if path.is_file() else None


def check_photo(photo, base, where):
    """A photo's file, size, sources, thumbhash and words."""
    path = local(photo["url"], base, where)
    if path and path.suffix == ".jpg":
        check(jpeg_size(path.read_bytes()) == (photo["width"], photo["height"]), where, f"size of {photo['url']}")
    check(photo.get("alt", "").strip(), where, f"no alt for {photo['url']}")
    check(5 <= len(base64.b64decode(photo["thumbhash"])) <= 32, where, f"thumbhash of {photo['url']}")
    check(all(0 <= v <= 1 for v in photo.get("focus", [])), where, "focus out of range")
    for source in photo.get("sources", []):
        local(source["url"], base, where)


def check_attachment(attachment, base, where):
    """An attachment's file, size and hash."""
    path = local(attachment["url"], base, where)
    if path:
        data, extra = path.read_bytes(), attachment["_nashra"]
        check(len(data) == attachment["size_in_bytes"], where, f"size_in_bytes of {path.name}")
        check(hashlib.sha256(data).hexdigest() == extra["sha256"], where, f"sha256 of {path.name}")
        if path.suffix == ".pdf":
            check(data[:5] == b"%PDF-" and extra["page_count"] > 0, where, f"{path.name} is not a PDF with pages")
            check(len(data) < LIMIT_PDF_BYTES, where, f"{path.name} is too large")


def check_words(item, lang, where):
    """Typography that a reader of the language would circle."""
    text = re.sub(r"<pre.*?</pre>|<code>.*?</code>|<[^>]*>", " ", f"{item['title']}\n{item['summary']}\n{item['content_html']}", flags=re.S)
    check("&lt;" not in text, where, "escaped markup")
    check("{" not in text and "**" not in text, where, "markup left over")
    check(not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", text), where, "bidi control in text")
    if lang == "ar":
        check(not re.search(r"[\u0600-\u06ff],|[\u0600-\u06ff]\?|[\u0600-\u06ff];", text), where, "Latin punctuation after Arabic")
    if lang == "fr":
        check(not re.search(r" [;!?:»%]|« |'", text), where, "French spacing")
    if lang == "en":
        check("'" not in text, where, "straight apostrophe")


def check_item(item, lang, base, where):
    """One item, by itself."""
    extra = item["_nashra"]
    check(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", extra["slug"]) and len(extra["slug"]) <= 32, where, "slug")
    check(item["url"].rstrip("/").rsplit("/", 1)[1] == extra["slug"], where, "slug and url differ")
    html = Balance()
    html.feed(item["content_html"])
    check(not html.bad and not html.open, where, f"content_html: {html.bad or html.open}")
    for url in html.urls + [item[k] for k in ("image", "banner_image") if k in item]:
        local(url, base, where)
    for attachment in item.get("attachments", []):
        check_attachment(attachment, base, where)
    titles = [a["title"] for a in item.get("attachments", [])]
    check(len(titles) == len(set(titles)), where, "two attachments share a title")
    for photo in extra.get("photos", []) + ([extra["report"]["cover"]] if "report" in extra else []):
        check_photo(photo, base, where)
    check_words(item, lang, where)


def read_feed(path, lang):
    """All items of a paged feed."""
    items, seen = [], set()
    while path:
        check(path not in seen, path.name, "next_url loops")
        seen.add(path)
        feed = json.loads(path.read_text(encoding="utf-8"))
        check(feed["version"] == "https://jsonfeed.org/version/1.1" and feed["language"] == lang, path.name, "version or language")
        for item in feed["items"]:
            check_item(item, lang, path.parent, f"{lang}/{item['_nashra']['slug']}")
        items += feed["items"]
        path = path.parent / feed["next_url"] if "next_url" in feed else None
    dates = [i["date_published"][:10] for i in items]
    check(dates == sorted(dates, reverse=True), lang, "not newest first")
    return items


def main():
    """Reads everything from `site.json` on."""
    site = json.loads((SAMPLE / "site.json").read_text(encoding="utf-8"))
    local(site["publisher"]["logo"]["url"], SAMPLE, "site.json")
    feeds = {language["tag"]: read_feed(SAMPLE / language["feed"], language["tag"]) for language in site["languages"]}
    ids = [item["id"] for items in feeds.values() for item in items]
    check(len(ids) == len(set(ids)), "feeds", "an id stands twice")
    by_id = {item["id"]: (lang, item) for lang, items in feeds.items() for item in items}
    for lang, items in feeds.items():
        for item in items:
            extra = item["_nashra"]
            for tag, other in extra.get("translations", {}).items():
                found = by_id.get(other)
                back = found and found[0] == tag and found[1]["_nashra"]["translations"].get(lang) == item["id"]
                check(back, item["id"], f"translation {tag} is not mutual")
            for other in extra.get("related", []):
                check(by_id.get(other, ("",))[0] == lang, item["id"], f"related {other} is not in this feed")
    size = sum(p.stat().st_size for p in SAMPLE.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    check(size < LIMIT_BYTES, "sample", f"{size} bytes")
    photos = {p["url"] for items in feeds.values() for i in items for p in i["_nashra"].get("photos", [])}
    for lang, items in feeds.items():
        kinds = [i["_nashra"]["kind"] for i in items]
        print(f"{lang}: {kinds.count('release')} releases, {kinds.count('report')} reports")
    print(f"{len(photos)} photos, {size / 1e6:.1f} MB, {len(problems)} problems")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
