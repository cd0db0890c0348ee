"""Content to JSON Feed 1.1 with `_nashra`. Refuses to link an item that the language does not have."""
import json

from content import terms

from . import photos, reports, text

BASE = "https://news.example.org/"
PAGE_ITEMS = {"ar": 20, "en": 24, "fr": 100}
MIME = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "vtt": "text/vtt",
}


def item_url(lang, item):
    """The item's address, which is its id too."""
    return f"{BASE}{lang}/{'reports' if item.get('kind') == 'report' else 'releases'}/{item['slug']}/"


def attachment(sample, spec, lang):
    """One attachment, with what its file says of itself."""
    path = sample / "media" / spec["file"]
    size, digest = reports.file_facts(path)
    title = spec["title"] if isinstance(spec["title"], str) else spec["title"][lang]
    title_lang = spec.get("lang", lang) if isinstance(spec["title"], str) else lang
    out = {"url": f"../media/{spec['file']}", "mime_type": MIME[path.suffix[1:]], "title": text.plain(title, title_lang)}
    out["size_in_bytes"] = size
    if "seconds" in spec:
        out["duration_in_seconds"] = spec["seconds"]
    extra = {"sha256": digest}
    if "lang" in spec:
        extra = {"language": spec["lang"], **extra}
    if path.suffix == ".pdf":
        extra["page_count"] = reports.page_count(path)
    out["_nashra"] = extra
    return out


def event(spec, lang):
    """The event object; words of place come from the language."""
    return {k: text.plain(v[lang], lang) if isinstance(v, dict) else v for k, v in spec.items()}


def cover_file(sample, item):
    """The cover's picture: a first page, or a drawing for a report that stands elsewhere."""
    name = item["report"]["cover"]
    return sample / "media" / name if "/" in name else reports.cover(sample, name)


def nashra(sample, item, lang, by_key, pictures):
    """The item's extension object."""
    words, out = item[lang], {}
    out["kind"] = item.get("kind", "release")
    out["slug"] = item["slug"]
    others = {tag: item_url(tag, item) for tag in terms.LANGUAGES if tag != lang and tag in item}
    if others:
        out["translations"] = others
    if "label" in words:
        out["label"] = text.plain(words["label"], lang)
    if "event" in item:
        out["event"] = event(item["event"], lang)
    if "photos" in item:
        out["photos"] = [photos.photo(sample, key, pictures[key], lang) for key in item["photos"]]
    related = [item_url(lang, by_key[k]) for k in item.get("related", []) if lang in by_key[k]]
    if related:
        out["related"] = related
    if item.get("kind") == "report":
        report = {k: v for k, v in item["report"].items() if k != "cover"}
        if "publishers" in report:
            report["publishers"] = [text.plain(p[lang], lang) for p in report["publishers"]]
        facts = photos.measured(cover_file(sample, item))
        alt = {"ar": "غلاف التقرير: ", "en": "Cover of the report: ", "fr": "Couverture du rapport : "}[lang] + words["title"]
        report["cover"] = {**facts, "alt": text.plain(alt, lang)}
        out["report"] = report
    for field in ("corrections", "withdrawn"):
        if field in item and field in words:
            notes = words[field]
            if field == "corrections":
                out[field] = [{"date": d, "note": text.plain(n, lang)} for d, n in zip(item[field], notes, strict=True)]
            else:
                out[field] = {"date": item[field], "note": text.plain(notes, lang)}
    for field in ("embargo_until", "online_url", "aliases", "pack"):
        if field in item:
            out[field] = [a.format(lang=lang) for a in item[field]] if field == "aliases" else item[field]
    out["office"] = text.plain(terms.OFFICES[item.get("office", "hq")][lang], lang)
    return out


def feed_item(sample, item, lang, by_key, pictures):
    """One JSON Feed item."""
    words = item[lang]
    out = {"id": item_url(lang, item), "url": item_url(lang, item), "title": text.plain(words["title"], lang)}
    out["summary"] = text.plain(words["summary"], lang)
    out["content_html"] = text.body(words["body"], lang)
    if "image" in item:
        out["image"] = photos.measured(sample / "media" / "photos" / f"{item['image']}.jpg")["url"]
    elif item.get("kind") == "report":
        out["image"] = photos.measured(cover_file(sample, item))["url"]
    out["date_published"] = item["date"]
    if "modified" in item:
        out["date_modified"] = item["modified"]
    out["authors"] = [{"name": terms.PUBLISHER[lang], "url": "https://example.org/"}]
    if item.get("topics"):
        out["tags"] = [text.plain(terms.TOPICS[t][lang], lang) for t in item["topics"]]
    out["language"] = lang
    files = [a for a in item.get("attachments", []) if lang in a.get("only", terms.LANGUAGES)]
    if files:
        out["attachments"] = [attachment(sample, a, lang) for a in files]
    out["_nashra"] = nashra(sample, item, lang, by_key, pictures)
    return out


def write_json(path, value):
    """Plain JSON: two spaces, letters as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_feeds(sample, items, pictures, site):
    """All feeds, newest first, in pages."""
    by_key = {i["slug"]: i for i in items}
    ordered = sorted(items, key=lambda i: i["date"], reverse=True)
    for lang in terms.LANGUAGES:
        mine = [feed_item(sample, i, lang, by_key, pictures) for i in ordered if lang in i]
        size = PAGE_ITEMS[lang]
        pages = [mine[i : i + size] for i in range(0, len(mine), size)]
        names = [f"{lang}.json"] + [f"{lang}-{n}.json" for n in range(2, len(pages) + 1)]
        for n, page in enumerate(pages):
            head = {
                "version": "https://jsonfeed.org/version/1.1",
                "title": site["title"][lang],
                "home_page_url": f"{BASE}{lang}/",
                "feed_url": f"{BASE}feeds/{names[n]}",
                "description": site["description"][lang],
                "icon": "../media/icon.png",
                "favicon": "../media/favicon.png",
                "authors": [{"name": terms.PUBLISHER[lang], "url": "https://example.org/"}],
                "language": lang,
            }
            if n + 1 < len(pages):
                head["next_url"] = names[n + 1]
            head["_nashra"] = {"version": 1, "direction": "rtl" if lang == "ar" else "ltr"}
            write_json(sample / "feeds" / names[n], {**head, "items": page})
