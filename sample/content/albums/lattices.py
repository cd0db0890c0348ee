"""Star lattices. Refuses names of monuments: these patterns are our own."""

from .entry import drawn

PICTURES = {
    "lattice-green": drawn(
        "lattice", "wide",
        "زخرفة هندسية من نجوم ثمانية متشابكة بخطوط ذهبية فاتحة على خلفية خضراء",
        "Interlaced eight-pointed stars in pale gold lines on a green ground",
        "Étoiles à huit branches entrelacées, traits or pâle sur fond vert",
        ("زخرفة من غلاف التقرير.", "Pattern from the cover of the report.", "Motif de la couverture du rapport."),
        palette="green", seed=1, tiling="488", side=100,
    ),
    "lattice-indigo": drawn(
        "lattice", "classic",
        "نجوم من اثني عشر رأسًا تحيط بها مربعات، بخطوط فاتحة على خلفية نيلية",
        "Twelve-pointed stars ringed by squares, pale lines on an indigo ground",
        "Étoiles à douze branches entourées de carrés, traits clairs sur fond indigo",
        ("الشبكة نفسها التي تُرسم عليها جداول التقرير.", "The grid on which the report’s tables are drawn.", "La grille sur laquelle sont dessinés les tableaux du rapport."),
        palette="indigo", seed=2, tiling="31212", side=95, theta=60,
    ),
    "lattice-clay": drawn(
        "lattice", "tall",
        "شبكة من نجوم سداسية واثني عشرية بلون الطين المحروق تحت ضوء مائل",
        "A web of six- and twelve-pointed stars in burnt clay under slanting light",
        "Réseau d’étoiles à six et douze branches couleur terre cuite, sous une lumière rasante",
        palette="clay", seed=3, tiling="4612", side=80, theta=62,
    ),
    "lattice-plum": drawn(
        "lattice", "film",
        "نجوم ثمانية دقيقة بخطوط وردية على خلفية أرجوانية تتدرج نحو الضوء",
        "Fine eight-pointed stars in rosy lines on a plum ground that brightens to one side",
        "Fines étoiles à huit branches, traits rosés sur un fond prune qui s’éclaire d’un côté",
        palette="plum", seed=14, tiling="488", side=70, theta=62,
    ),
    "lattice-teal": drawn(
        "lattice", "square",
        "نجوم سداسية واسعة بخطوط عاجية على خلفية فيروزية",
        "Broad six-pointed stars in ivory lines on a turquoise ground",
        "Larges étoiles à six branches, traits ivoire sur fond turquoise",
        palette="teal", seed=21, tiling="666", side=120, theta=60,
    ),
    "lattice-olive": drawn(
        "lattice", "pano",
        "شريط طويل من النجوم الثمانية والصلبان بلون أخضر زيتوني",
        "A long band of eight-pointed stars and crosses in olive green",
        "Long bandeau d’étoiles à huit branches et de croix, vert olive",
        ("شريط يتكرر دون أن ينقطع فيه خط.", "A band that repeats without a broken line.", "Un bandeau qui se répète sans rompre une ligne."),
        palette="olive", seed=22, tiling="488", side=84, theta=67.5,
    ),
    "lattice-night": drawn(
        "lattice", "tall",
        "نجوم اثنا عشرية بخطوط فضية على زرقة الليل",
        "Twelve-pointed stars in silver lines on night blue",
        "Étoiles à douze branches, traits argentés sur bleu nuit",
        palette="night", seed=23, tiling="31212", side=80, theta=54,
    ),
    "lattice-paper": drawn(
        "lattice", "classic",
        "رسم خطي أخضر لنجوم وسداسيات على ورق فاتح بلا تلوين",
        "A green line drawing of stars and hexagons on pale, uncoloured paper",
        "Dessin au trait vert d’étoiles et d’hexagones sur papier clair, sans couleur",
        ("مسودة الشبكة قبل التلوين.", "The lattice in draft, before colour.", "L’esquisse du réseau, avant la couleur."),
        palette="paper", seed=24, tiling="4612", side=86, theta=58, inlay=False,
    ),
    "lattice-sand": drawn(
        "lattice", "four",
        "نجوم ثمانية منقوشة بلون الرمل تبدو كحجر محفور",
        "Eight-pointed stars in sand colour, like carved stone",
        "Étoiles à huit branches couleur sable, comme taillées dans la pierre",
        palette="sand", seed=25, tiling="488", side=120, theta=70,
    ),
    "lattice-dusk": drawn(
        "lattice", "square",
        "نجوم متداخلة بين البنفسجي والبرتقالي كأنها زجاج ملوّن",
        "Stars between violet and orange, like stained glass",
        "Étoiles entre violet et orange, comme un vitrail",
        palette="dusk", seed=26, tiling="4612", side=92, theta=66,
    ),
    "lattice-green-fine": drawn(
        "lattice", "film",
        "شبكة خضراء كثيفة من نجوم اثني عشرية صغيرة، أفتح في وسطها",
        "A dense green web of small twelve-pointed stars, lighter in the middle",
        "Réseau vert et serré de petites étoiles à douze branches, plus clair au centre",
        palette="green", seed=27, tiling="31212", side=52, theta=58,
    ),
    "lattice-clay-bold": drawn(
        "lattice", "portrait",
        "نجوم ثمانية كبيرة بلون الآجر مع قلوب خضراء مزرقة",
        "Large eight-pointed stars in brick red with blue-green hearts",
        "Grandes étoiles à huit branches rouge brique, au cœur bleu-vert",
        palette="clay", seed=28, tiling="488", side=150, theta=64,
    ),
}
