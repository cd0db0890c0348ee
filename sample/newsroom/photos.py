"""Photo files and the photo objects of the feed. Refuses to state a size that it did not read from the file."""
import base64
import functools

from PIL import Image
from thumbhash import rgba_to_thumb_hash

from . import text

DERIVATIVE_PX = 640


def thumbhash(path):
    """The picture's ThumbHash in base64."""
    with Image.open(path) as img:
        small = img.convert("RGBA")
        small.thumbnail((64, 64))
        data = bytearray(small.tobytes())
    return base64.b64encode(bytes(rgba_to_thumb_hash(small.width, small.height, list(data)))).decode()


def save(img, path):
    """Writes the JPEG and its WebP derivative."""
    path.parent.mkdir(parents=True, exist_ok=True)
    img.save(path, quality=80, optimize=True, progressive=True)
    if img.width > DERIVATIVE_PX:
        small = img.resize((DERIVATIVE_PX, round(img.height * DERIVATIVE_PX / img.width)), Image.LANCZOS)
        small.save(path.with_name(f"{path.stem}-{DERIVATIVE_PX}.webp"), quality=74, method=6)


@functools.cache
def measured(path):
    """What a file itself says: URL relative to `feeds/`, width, height, thumbhash, sources."""
    sample = path.parents[[p.name for p in path.parents].index("media") + 1]
    out = {"url": f"../{path.relative_to(sample).as_posix()}"}
    with Image.open(path) as img:
        out["width"], out["height"] = img.size
    out["thumbhash"] = thumbhash(path)
    small = path.with_name(f"{path.stem}-{DERIVATIVE_PX}.webp")
    if small.exists():
        url = f"../{small.relative_to(sample).as_posix()}"
        out["sources"] = [{"url": url, "mime_type": "image/webp", "width": DERIVATIVE_PX}]
    return out


def photo(sample, key, spec, lang):
    """The photo object of one picture in one language."""
    facts = measured(sample / "media" / "photos" / f"{key}.jpg")
    out = {k: facts[k] for k in ("url", "width", "height")}
    for field in ("alt", "caption", "credit", "rights"):
        if spec.get(field):
            out[field] = text.plain(spec[field][lang], lang)
    if "focus" in spec:
        out["focus"] = spec["focus"]
    out["thumbhash"] = facts["thumbhash"]
    if "sources" in facts:
        out["sources"] = facts["sources"]
    return out
