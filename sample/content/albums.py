"""Every picture: how it is made, and what it shows in three languages. Refuses a picture without alternative text."""

_CREDIT = {"ar": "رسم: مركز الإحصاء والتنمية", "en": "Drawing: Centre for Statistics and Development", "fr": "Dessin : Centre de statistique et de développement"}


def _drawn(family, ar, en, fr, caption=None, **args):
    spec = {"draw": (family, args), "alt": {"ar": ar, "en": en, "fr": fr}, "credit": _CREDIT}
    if caption:
        spec["caption"] = dict(zip(("ar", "en", "fr"), caption, strict=True))
    return spec


PICTURES = {
    "lattice-green": _drawn(
        "lattice",
        "زخرفة هندسية من نجوم ثمانية متشابكة بخطوط ذهبية فاتحة على خلفية خضراء",
        "Interlaced eight-pointed stars in pale gold lines on a green ground",
        "Étoiles à huit branches entrelacées, traits or pâle sur fond vert",
        ("زخرفة من غلاف التقرير.", "Pattern from the cover of the report.", "Motif de la couverture du rapport."),
        w=1600, h=1000, palette="green", seed=1, tiling="488", side=100,
    ),
    "lattice-indigo": _drawn(
        "lattice",
        "نجوم من اثني عشر رأسًا تحيط بها مربعات، بخطوط فاتحة على خلفية نيلية",
        "Twelve-pointed stars ringed by squares, pale lines on an indigo ground",
        "Étoiles à douze branches entourées de carrés, traits clairs sur fond indigo",
        w=1500, h=1000, palette="indigo", seed=2, tiling="31212", side=95, theta=60,
    ),
    "lattice-clay": _drawn(
        "lattice",
        "شبكة من نجوم سداسية واثني عشرية بلون الطين المحروق تحت ضوء مائل",
        "A web of six- and twelve-pointed stars in burnt clay under slanting light",
        "Réseau d’étoiles à six et douze branches couleur terre cuite, sous une lumière rasante",
        w=1200, h=1500, palette="clay", seed=3, tiling="4612", side=80, theta=62,
    ),
    "lattice-plum": _drawn(
        "lattice",
        "نجوم ثمانية دقيقة بخطوط وردية على خلفية أرجوانية تتدرج نحو الضوء",
        "Fine eight-pointed stars in rosy lines on a plum ground that brightens to one side",
        "Fines étoiles à huit branches, traits rosés sur un fond prune qui s’éclaire d’un côté",
        w=1600, h=900, palette="plum", seed=14, tiling="488", side=70, theta=62,
    ),
    "sea-teal": _drawn(
        "sea",
        "بحر هادئ فيروزي تحت شمس خافتة، وانعكاس الضوء على الماء خطوط أفقية",
        "A calm turquoise sea under a pale sun whose light lies on the water in level strokes",
        "Mer turquoise et calme sous un soleil pâle dont la lumière se pose en traits horizontaux",
        w=1600, h=1067, palette="teal", seed=8, horizon=0.42, sun_x=0.66,
    ),
    "sea-dusk": _drawn(
        "sea",
        "غروب أرجواني برتقالي فوق البحر، والشمس في وسط الأفق",
        "A purple and orange sunset over the sea, the sun in the middle of the horizon",
        "Coucher de soleil pourpre et orangé sur la mer, le soleil au centre de l’horizon",
        w=1000, h=1400, palette="dusk", seed=7,
    ),
    "dunes-sand": _drawn(
        "dunes",
        "كثبان رملية متتابعة بلون العسل، تعلوها شمس بيضاء في سماء صافية",
        "Honey-coloured dunes one behind another under a white sun in a clear sky",
        "Dunes couleur de miel en plans successifs, sous un soleil blanc et un ciel limpide",
        w=1600, h=1000, palette="sand", seed=5,
    ),
    "mountains-dawn": _drawn(
        "mountains",
        "سلاسل جبال زرقاء تتلاشى في ضباب الفجر، والشمس فوق أبعدها",
        "Blue mountain ranges fading into the haze of dawn, the sun above the farthest",
        "Chaînes de montagnes bleues qui s’effacent dans la brume de l’aube, le soleil au-dessus de la plus lointaine",
        w=1600, h=900, palette="dawn", seed=9,
    ),
}
