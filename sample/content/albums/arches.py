"""Arches, arcades, window screens. Refuses people: the light is the subject."""

from .entry import drawn

PICTURES = {
    "arch-clay": drawn(
        "nested", "tall",
        "عقود مدببة متداخلة بلون الآجر، ينفذ الضوء من آخرها",
        "Nested pointed arches in brick red, light coming through the last",
        "Arcs brisés emboîtés, rouge brique, la lumière passant par le dernier",
        palette="clay", seed=41, kind="pointed",
    ),
    "arch-teal": drawn(
        "nested", "classic",
        "عقود دائرية فيروزية متتابعة تنتهي بنافذة مضيئة",
        "Round turquoise arches in succession, ending in a bright window",
        "Arcs en plein cintre turquoise qui se succèdent jusqu’à une fenêtre claire",
        palette="teal", seed=42, kind="round", sun=0.3,
    ),
    "arch-sand": drawn(
        "nested", "square",
        "عقود على هيئة حدوة الفرس بلون الرمل، أضيقها أكثرها ضوءًا",
        "Horseshoe arches in sand colour, the narrowest the brightest",
        "Arcs outrepassés couleur sable, le plus étroit étant le plus clair",
        ("المدخل الجنوبي كما رسمه فريق التصميم.", "The south entrance as the design team drew it.", "L’entrée sud telle que l’a dessinée l’équipe de conception."),
        palette="sand", seed=43, kind="horseshoe",
    ),
    "arch-plum": drawn(
        "nested", "portrait",
        "سبعة عقود مدببة أرجوانية، كل واحد داخل الآخر",
        "Seven pointed arches in plum, each inside the next",
        "Sept arcs brisés couleur prune, chacun dans l’autre",
        palette="plum", seed=44, kind="pointed", depth=7, sun=0.4,
    ),
    "arcade-dusk": drawn(
        "arcade", "film",
        "رواق من خمسة عقود يطل على تلال عند الغروب، والشمس في العقد الرابع",
        "An arcade of five arches over hills at sunset, the sun in the fourth",
        "Galerie de cinq arcs ouverte sur des collines au couchant, le soleil dans le quatrième",
        ("الرواق الغربي عند السادسة مساءً.", "The west gallery at six in the evening.", "La galerie ouest à six heures du soir."),
        palette="dusk", seed=45, bays=5,
    ),
    "arcade-dawn": drawn(
        "arcade", "classic",
        "رواق من أربعة عقود مدببة في ضوء الصباح البارد",
        "An arcade of four pointed arches in the cool light of morning",
        "Galerie de quatre arcs brisés dans la lumière froide du matin",
        palette="dawn", seed=46, kind="pointed", bays=4, sun_x=0.36,
    ),
    "arcade-olive": drawn(
        "arcade", "pano",
        "رواق طويل من تسعة عقود خضراء، والضوء بقع على الأرض",
        "A long arcade of nine green arches, the light in pools on the floor",
        "Longue galerie de neuf arcs verts, la lumière en flaques sur le sol",
        palette="olive", seed=47, kind="horseshoe", bays=9, sun_x=0.5,
    ),
    "arcade-night": drawn(
        "arcade", "wide",
        "ثلاثة عقود كحلية تحت قمر مكتمل",
        "Three navy arches under a full moon",
        "Trois arcs bleu nuit sous la pleine lune",
        palette="night", seed=48, bays=3, sun_x=0.52,
    ),
    "screen-olive": drawn(
        "screen", "classic",
        "مشربية خضراء مخرّمة بنجوم ثمانية يدخل منها ضوء النهار",
        "A green window screen pierced with eight-pointed stars that let in the day",
        "Claustra vert percé d’étoiles à huit branches qui laissent entrer le jour",
        palette="olive", seed=49,
    ),
    "screen-clay": drawn(
        "screen", "tall",
        "مشربية من خشب محمّر بنجوم كبيرة وصغيرة",
        "A screen of reddish wood with large and small stars",
        "Claustra de bois rougeâtre, à grandes et petites étoiles",
        ("نموذج من الخشب بالحجم الطبيعي.", "A full-size sample in wood.", "Un échantillon en bois, grandeur nature."),
        palette="clay", seed=50, tiling="4612", side=58, theta=60,
    ),
    "screen-green": drawn(
        "screen", "square",
        "نافذة مربعة بشبكة نجوم داكنة أمام سماء ساطعة",
        "A square window with a dark lattice of stars before a bright sky",
        "Fenêtre carrée à réseau d’étoiles sombre, devant un ciel lumineux",
        palette="green", seed=51, tiling="31212", side=86, theta=62,
    ),
}
