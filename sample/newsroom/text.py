"""Plain source text to `content_html`, and French spacing. Refuses HTML it was not given on purpose.

Blocks are parted by blank lines: `## ` and `### ` head, `- ` and `1. ` list, `> ` quotes, a block that starts with
`<` passes as it stands, anything else is a paragraph, in which `cite`, `bdi`, `sup` and `sub` may stand as tags.
Inside a block `**strong**`, `_em_`, `{isolated}` and `[text](url)` are read.
"""
import html
import re

NBSP, NNBSP = "\u00a0", "\u202f"


def french(text):
    """Sets the spaces of French typography; leaves tags alone."""
    parts = re.split(r"(<[^>]*>)", text)
    for i in range(0, len(parts), 2):
        t = parts[i].replace("'", "’")
        t = re.sub(r"« ?", "«" + NBSP, t)
        t = re.sub(r" ?»", NBSP + "»", t)
        t = re.sub(r" ([;!?])", NNBSP + r"\1", t)
        t = re.sub(r" (:)(?=\s|$)", NBSP + r"\1", t)
        t = re.sub(r" %", NBSP + "%", t)
        t = re.sub(r"(\+[\d ]+\d)|(?<=\d) (?=\d{3}(?!\d))", lambda m: m.group(1) or NNBSP, t)
        t = re.sub(r"(?<=\d\u00a0h) (?=\d)", NBSP, re.sub(r"(?<=\d) (?=h\b)", NBSP, t))
        t = re.sub(r"(?<=\d) (?=(?:heures|pays|pages|millions?|Mo|km|ans)\b)", NBSP, t)
        t = re.sub(r"\b(n|N)° ", r"\1°" + NBSP, t)
        parts[i] = t
    return "".join(parts)


def english(text):
    """Sets apostrophes; leaves tags and code alone."""
    parts = re.split(r"(<pre.*?</pre>|<code>.*?</code>|<[^>]*>)", text, flags=re.S)
    parts[::2] = [t.replace("'", "’") for t in parts[::2]]
    return "".join(parts)


TYPOGRAPHY = {"fr": french, "en": english}


def _inline(text):
    text = html.escape(text, quote=False)
    text = re.sub(r'&lt;(/?(?:cite|bdi|sup|sub)(?: [a-z]+="[^"]*")*)&gt;', r"<\1>", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
    text = re.sub(r"(?<![\w/])_(.+?)_(?!\w)", r"<em>\1</em>", text)
    # A telephone number has no letter to take its direction from.
    text = re.sub(r"\{([+-]?\d.*?)\}", r'<bdi dir="ltr">\1</bdi>', text)
    text = re.sub(r"\{(.+?)\}", r"<bdi>\1</bdi>", text)
    text = re.sub(r"`(.+?)`", r"<code>\1</code>", text)
    text = re.sub(r"\*(\S.*?)\*", r"<em>\1</em>", text)
    return re.sub(r"\[([^\]]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', text)


def _block(block):
    lines = block.split("\n")
    if block.startswith("<"):
        return block
    for mark, tag in (("## ", "h2"), ("### ", "h3")):
        if block.startswith(mark):
            return f"<{tag}>{_inline(block[len(mark):])}</{tag}>"
    if block.startswith("> "):
        inner = " ".join(line[2:] for line in lines)
        return f"<blockquote><p>{_inline(inner)}</p></blockquote>"
    if block.startswith("- "):
        return "<ul>" + "".join(f"<li>{_inline(line[2:])}</li>" for line in lines) + "</ul>"
    if re.match(r"\d+\. ", block):
        return "<ol>" + "".join(f"<li>{_inline(line.split('. ', 1)[1])}</li>" for line in lines) + "</ol>"
    if block.startswith("| "):
        return _table(lines)
    return f"<p>{_inline(' '.join(lines))}</p>"


def _table(lines):
    """Rows of `| a | b |`; a first line `| = title` is the caption; the next row heads the columns."""
    out = ["<table>"]
    if lines[0].startswith("| = "):
        out.append(f"<caption>{_inline(lines.pop(0)[4:])}</caption>")
    rows = [[c.strip() for c in line.strip("| ").split("|")] for line in lines]
    out.append("<thead><tr>" + "".join(f'<th scope="col">{_inline(c)}</th>' for c in rows[0]) + "</tr></thead><tbody>")
    for row in rows[1:]:
        cells = "".join(f"<td>{_inline(c)}</td>" for c in row[1:])
        out.append(f'<tr><th scope="row">{_inline(row[0])}</th>{cells}</tr>')
    return "".join(out) + "</tbody></table>"


def body(source, lang):
    """The `content_html` of a source text in `lang`."""
    blocks = [b.strip() for b in re.split(r"\n\s*\n", source.strip())]
    out = "\n".join(_block("\n".join(line.strip() for line in b.split("\n"))) for b in blocks if b)
    return TYPOGRAPHY.get(lang, str)(out)


def plain(source, lang):
    """A one-line field."""
    text = " ".join(source.split())
    return TYPOGRAPHY.get(lang, str)(text)
