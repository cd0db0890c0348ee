"""Photographs in the public domain or under CC0, from the PyPI package scikit-image. Refuses any other licence.

The source and the licence of each stand in `CREDITS.md`.
"""

RIGHTS = {
    "Public domain": {"ar": "ملك عام", "en": "Public domain", "fr": "Domaine public"},
    "CC0 1.0": dict.fromkeys(("ar", "en", "fr"), "CC0 1.0"),
}


def _photo(name, credit, rights, ar, en, fr, caption, focus=None):
    spec = {
        "draw": ("photograph", {"name": name}),
        "alt": {"ar": ar, "en": en, "fr": fr},
        "caption": dict(zip(("ar", "en", "fr"), caption, strict=True)),
        "credit": dict.fromkeys(("ar", "en", "fr"), credit),
        "rights": RIGHTS[rights],
    }
    if focus:
        spec["focus"] = focus
    return spec


PICTURES = {
    "photo-astronaut": _photo(
        "astronaut", "NASA", "Public domain",
        "رائدة فضاء تبتسم ببدلتها البرتقالية أمام علم ونموذج لمكوك فضائي",
        "A smiling astronaut in an orange suit before a flag and a model of a shuttle",
        "Une astronaute souriante en combinaison orange, devant un drapeau et une maquette de navette",
        ("آيلين كولينز (Eileen Collins)، أول امرأة تقود مكوكًا فضائيًا.", "Eileen Collins, the first woman to command a space shuttle.", "Eileen Collins, première femme à commander une navette spatiale."),
        [0.43, 0.22],
    ),
    "photo-camera": _photo(
        "camera", "Lav Varshney", "CC0 1.0",
        "مصوّر بمعطف داكن ينظر في آلة تصوير على حامل وسط أرض معشبة، بالأبيض والأسود",
        "A photographer in a dark coat looks through a camera on a tripod on open grass, black and white",
        "Un photographe en manteau sombre l’œil à un appareil sur trépied, sur une pelouse, noir et blanc",
        ("المصوّر في الميدان.", "The photographer in the field.", "Le photographe sur le terrain."),
        [0.42, 0.25],
    ),
    "photo-rocket": _photo(
        "rocket", "SpaceX", "CC0 1.0",
        "صاروخ على منصة الإطلاق ليلًا تحيط به الأضواء",
        "A rocket on its launch pad at night, surrounded by lights",
        "Une fusée sur son pas de tir, la nuit, entourée de lumières",
        ("أقمار الرصد مصدر من مصادر البيانات الزراعية.", "Observation satellites are one source of farm data.", "Les satellites d’observation sont une source de données agricoles."),
    ),
    "photo-hubble": _photo(
        "hubble_deep_field", "NASA, ESA", "Public domain",
        "مئات المجرات الملونة المتناثرة في سماء سوداء كما التقطها تلسكوب فضائي",
        "Hundreds of coloured galaxies scattered over a black sky, taken by a space telescope",
        "Des centaines de galaxies colorées sur un ciel noir, vues par un télescope spatial",
        ("صورة تُستخدم في تمرين على العدّ بالمعاينة.", "Used in an exercise on counting by sampling.", "Utilisée dans un exercice de comptage par sondage."),
    ),
    "photo-coffee": _photo(
        "coffee", "Rachel Michetti", "CC0 1.0",
        "فنجان قهوة أحمر في صحنه على طاولة خشبية، وعلى الصحن ملعقة صغيرة",
        "A red cup of coffee on its saucer on a wooden table, a small spoon on the saucer",
        "Une tasse rouge de café sur sa soucoupe avec une petite cuillère, sur une table en bois",
        ("استراحة بين جلستين.", "A break between two sessions.", "Une pause entre deux séances."),
    ),
    "photo-chelsea": _photo(
        "chelsea", "Stefan van der Walt", "CC0 1.0",
        "قطة مخططة تنظر إلى جانب الصورة، ووجهها قريب",
        "A tabby cat looking aside, her face close to the camera",
        "Une chatte tigrée regarde de côté, le visage tout près",
        ("أشهر قطة في دروس معالجة الصور.", "The best-known cat in courses on image processing.", "La chatte la plus connue des cours de traitement d’images."),
        [0.5, 0.4],
    ),
    "photo-clock": _photo(
        "clock_motion", "Stefan van der Walt", "Public domain",
        "قرص ساعة صُوّر والآلة تتحرك، فصار بقعة فاتحة مطموسة",
        "The dial of a clock photographed while the camera moved, blurred to a pale patch",
        "Le cadran d’une horloge pris pendant que l’appareil bougeait, réduit à une tache pâle",
        ("مثال على أثر الحركة في القياس.", "An example of what movement does to a measurement.", "Un exemple de l’effet du mouvement sur une mesure."),
    ),
    "photo-grass": _photo(
        "grass", "Linolafett", "CC0 1.0",
        "عشب كثيف من أعلى بالأبيض والأسود",
        "Dense grass from above, in black and white",
        "Herbe dense vue d’en haut, en noir et blanc",
        ("عيّنة نسيج لتدريب خوارزمية تصنيف الأراضي.", "A texture sample used to train a land classifier.", "Un échantillon de texture pour entraîner un classifieur de sols."),
    ),
    "photo-gravel": _photo(
        "gravel", "CC0Textures", "CC0 1.0",
        "حصى رمادي مختلف الأحجام يملأ الصورة",
        "Grey gravel of many sizes filling the picture",
        "Graviers gris de tailles diverses emplissant l’image",
        ("تمرين: ما متوسط حجم الحصاة؟", "Exercise: what is the mean size of a pebble?", "Exercice : quelle est la taille moyenne d’un gravier ?"),
    ),
    "photo-retina": _photo(
        "retina", "Mikael Häggström", "CC0 1.0",
        "صورة طبية لقاع العين بلون برتقالي تظهر فيها الأوعية الدموية",
        "A medical picture of the back of the eye in orange, with its blood vessels",
        "Image médicale du fond de l’œil, orangée, où l’on voit les vaisseaux",
        ("الصور الطبية مصدر لإحصاءات الصحة.", "Medical pictures are a source of health statistics.", "Les images médicales sont une source de statistiques de santé."),
    ),
    "photo-brick": _photo(
        "brick", "CC0Textures", "CC0 1.0",
        "رصف من الطوب الرمادي تميل صفوفه، بالأبيض والأسود",
        "Grey bricks in leaning rows, in black and white",
        "Des briques grises en rangs inclinés, en noir et blanc",
        ("عيّنة نسيج من مسح المباني.", "A texture sample from a survey of buildings.", "Un échantillon de texture d’une enquête sur les bâtiments."),
    ),
}
