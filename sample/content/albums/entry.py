"""The shape of one entry. Refuses to guess a caption."""

CREDIT = {
    "ar": "رسم: مركز الإحصاء والتنمية",
    "en": "Drawing: Centre for Statistics and Development",
    "fr": "Dessin : Centre de statistique et de développement",
}
SIZES = {
    "wide": (1600, 1000),
    "classic": (1500, 1000),
    "four": (1400, 1050),
    "square": (1200, 1200),
    "tall": (1000, 1400),
    "portrait": (1067, 1600),
    "pano": (1600, 640),
    "film": (1600, 900),
}


def drawn(family, size, ar, en, fr, caption=None, **args):
    """A drawing: family, size by name, alternative text in three languages, then the family's own arguments."""
    w, h = SIZES[size]
    spec = {"draw": (family, {"w": w, "h": h, **args}), "alt": {"ar": ar, "en": en, "fr": fr}, "credit": CREDIT}
    if caption:
        spec["caption"] = dict(zip(("ar", "en", "fr"), caption, strict=True))
    return spec
