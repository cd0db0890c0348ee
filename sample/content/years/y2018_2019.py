"""Releases of 2018 and 2019. Refuses facts that a later release contradicts."""

ITEMS = [
    {
        "slug": "work-plan-2020",
        "date": "2018-03-12T11:00:00+03:00",
        "topics": ["stat", "train", "sdg"],
        "image": "threads-green",
        "ar": {
            "title": "مجلس الإدارة يقرّ خطة العمل ٢٠١٨–٢٠٢٠",
            "summary": "ثلاثة محاور، و٤٢ نشاطًا، وميزانية يُنفق ثلثها على التدريب.",
            "body": """
أقرّ مجلس إدارة المركز، في دورته الحادية والأربعين، خطة العمل للسنوات ٢٠١٨–٢٠٢٠. وتضم الخطة ٤٢ نشاطًا في ثلاثة محاور: الإحصاءات الرسمية، والبحوث، وبناء القدرات.

| = توزيع ميزانية الخطة على السنوات (٪)
| المحور | ٢٠١٨ | ٢٠١٩ | ٢٠٢٠ |
| الإحصاءات الرسمية | ٣٩ | ٣٨ | ٣٥ |
| البحوث | ٢٨ | ٢٧ | ٢٨ |
| بناء القدرات | ٣٣ | ٣٥ | ٣٧ |

وقال رئيس المجلس في ختام الدورة:

> لا نقيس الخطة بعدد ما نُفّذ منها، بل بما بقي منها بعد سنتين.
""",
        },
        "en": {
            "title": "Board adopts the work plan for 2018–2020",
            "summary": "Three strands, 42 activities, and a budget of which a third goes to training.",
            "body": """
At its forty-first session the Board of the Centre adopted the work plan for 2018–2020. The plan holds 42 activities in three strands: official statistics, research, and capacity building.

| = Budget of the plan by year (%)
| Strand | 2018 | 2019 | 2020 |
| Official statistics | 39 | 38 | 35 |
| Research | 28 | 27 | 28 |
| Capacity building | 33 | 35 | 37 |

In closing the session the chair said:

> We do not measure a plan by how much of it was carried out, but by what is left of it two years later.
""",
        },
        "fr": {
            "title": "Le conseil adopte le plan de travail 2018-2020",
            "summary": "Trois axes, 42 activités et un budget dont un tiers revient à la formation.",
            "body": """
Lors de sa quarante et unième session, le conseil d'administration du Centre a adopté le plan de travail 2018-2020. Celui-ci compte 42 activités réparties en trois axes : statistiques officielles, recherche et renforcement des capacités.

| = Budget du plan par année (%)
| Axe | 2018 | 2019 | 2020 |
| Statistiques officielles | 39 | 38 | 35 |
| Recherche | 28 | 27 | 28 |
| Renforcement des capacités | 33 | 35 | 37 |

En clôturant la session, le président a déclaré :

> Un plan ne se mesure pas à ce qu'on en a exécuté, mais à ce qu'il en reste deux ans plus tard.
""",
        },
    },
    {
        "slug": "tunis-office",
        "date": "2018-11-05T14:00:00+01:00",
        "topics": ["stat", "ssc"],
        "office": "tunis",
        "image": "arcade-dusk",
        "photos": ["arcade-dusk", "arch-clay", "arch-teal", "arch-sand", "arch-plum", "arcade-dawn", "arcade-olive", "arcade-night", "screen-olive", "screen-clay", "screen-green"],
        "event": {
            "start": "2018-11-05T10:00:00+01:00",
            "end": "2018-11-05T12:00:00+01:00",
            "time_zone": "Africa/Tunis",
            "venue": {"ar": "المكتب الإقليمي، شارع الحرية", "en": "Regional Office, Liberty Avenue", "fr": "Bureau régional, avenue de la Liberté"},
            "locality": {"ar": "تونس", "en": "Tunis", "fr": "Tunis"},
            "country": {"ar": "تونس", "en": "Tunisia", "fr": "Tunisie"},
            "attendance": "in_person",
            "status": "scheduled",
        },
        "ar": {
            "label": "ألبوم",
            "title": "المركز يفتتح مكتبه الإقليمي في تونس",
            "summary": "يخدم المكتب بلدان شمال إفريقيا وغربها، ويضم قاعة تدريب لثلاثين مشاركًا.",
            "body": """
افتتح المركز مكتبه الإقليمي في تونس ليكون أقرب إلى المؤسسات الإحصائية في شمال إفريقيا وغربها. ويضم المكتب قاعة تدريب تتسع لثلاثين مشاركًا، ومكتبة صغيرة، ومختبرًا للبيانات.

واستُلهم تصميم المبنى من الأروقة والمشربيات: عقود تفتح على فناء واحد، ونوافذ تُدخل الضوء وتحجب الحر. والرسوم المنشورة هنا من دفتر فريق التصميم.

يُستقبل الزوار من الاثنين إلى الجمعة، بين ٨:٣٠ و١٦:٣٠. الهاتف: {+216 71 555 014}.
""",
        },
        "en": {
            "label": "Album",
            "title": "The Centre opens its regional office in Tunis",
            "summary": "The office serves countries in North and West Africa and has a training room for thirty.",
            "body": """
The Centre has opened a regional office in Tunis, to be closer to the statistical offices of North and West Africa. It has a training room for thirty people, a small library and a data laboratory.

The building takes its design from arcades and window screens: arches that open on one courtyard, and windows that let in the light and keep out the heat. The drawings shown here come from the design team's notebook.

Visitors are received from Monday to Friday, 8.30 to 16.30. Telephone: +216 71 555 014.
""",
        },
        "fr": {
            "label": "Album",
            "title": "Le Centre ouvre son bureau régional à Tunis",
            "summary": "Le bureau dessert l'Afrique du Nord et de l'Ouest et dispose d'une salle de formation de trente places.",
            "body": """
Le Centre a ouvert un bureau régional à Tunis afin de se rapprocher des instituts statistiques d'Afrique du Nord et de l'Ouest. Il comprend une salle de formation de trente places, une petite bibliothèque et un laboratoire de données.

Le bâtiment s'inspire des galeries et des claustras : des arcs ouverts sur une même cour, des fenêtres qui laissent entrer la lumière et retiennent la chaleur. Les dessins présentés ici sont tirés du carnet de l'équipe de conception.

Accueil du lundi au vendredi, de 8 h 30 à 16 h 30. Téléphone : {+216 71 555 014}.
""",
        },
    },
    {
        "slug": "price-index-base",
        "date": "2019-02-20",
        "topics": ["stat"],
        "ar": {
            "title": "تغيير سنة الأساس للرقم القياسي لأسعار المستهلك (٢٠١٥ = ١٠٠)",
            "summary": "سلة جديدة من ٤٢٠ سلعة وخدمة، وأوزان مبنية على إنفاق الأسر المعيشية.",
            "body": """
ابتداءً من يناير ٢٠١٩ يُنشر الرقم القياسي لأسعار المستهلك على أساس ٢٠١٥ = ١٠٠، بدلًا من ٢٠٠٨ = ١٠٠. وقد رُبطت السلسلتان بحيث لا تتغير معدلات التضخم المنشورة سابقًا.

## ما الجديد

- ارتفع عدد السلع والخدمات من ٣٦٥ إلى ٤٢٠.
- دخلت إلى السلة خدمات الإنترنت والهاتف المحمول (الوزن: ٣٫٤٪).
- خرجت منها أشرطة التسجيل وخدمات البرق.

## أسئلة وأجوبة

### هل ارتفعت الأسعار بسبب تغيير السنة؟

لا. تغيّر المقياس، ولم يتغير ما يُقاس.
""",
        },
        "en": {
            "title": "Consumer price index moves to a new base year (2015 = 100)",
            "summary": "A new basket of 420 goods and services, with weights from household spending.",
            "body": """
From January 2019 the consumer price index is published on the base 2015 = 100, in place of 2008 = 100. The two series are linked, so that inflation rates already published do not change.

## What is new

- The number of goods and services rises from 365 to 420.
- Internet and mobile services enter the basket (weight: 3.4%).
- Recording tapes and telegraph services leave it.

## Questions and answers

### Did prices rise because the base year changed?

No. The ruler changed; what it measures did not.
""",
        },
    },
    {
        "slug": "geometry-exhibition",
        "date": "2019-06-11T17:00:00+03:00",
        "topics": ["data", "train"],
        "image": "lattice-teal",
        "photos": [
            "lattice-teal", "lattice-olive", "lattice-night", "lattice-paper", "lattice-sand", "lattice-dusk", "lattice-green-fine", "lattice-clay-bold",
            "lattice-green", "lattice-indigo", "lattice-clay", "lattice-plum",
        ],
        "event": {
            "start": "2019-06-11T17:30:00+03:00",
            "end": "2019-06-11T20:00:00+03:00",
            "time_zone": "Europe/Istanbul",
            "venue": {"ar": "بهو المقر الرئيسي", "en": "Lobby of the Headquarters", "fr": "Hall du siège"},
            "locality": {"ar": "أنقرة", "en": "Ankara", "fr": "Ankara"},
            "country": {"ar": "تركيا", "en": "Türkiye", "fr": "Türkiye"},
            "attendance": "in_person",
            "status": "scheduled",
        },
        "ar": {
            "label": "ألبوم",
            "title": "معرض «هندسة الأعداد»: اثنتا عشرة شبكة من النجوم",
            "summary": "لوحات رُسمت كلها بقاعدة واحدة: خطّان يخرجان من منتصف كل ضلع بزاوية معلومة.",
            "body": """
يفتتح المركز مساء الثلاثاء معرض «هندسة الأعداد»، وفيه اثنتا عشرة لوحة من شبكات النجوم. رُسمت اللوحات كلها بقاعدة واحدة: يُرصف المستوي بمضلعات منتظمة، ثم يخرج من منتصف كل ضلع خطّان بزاوية معلومة، فتتكوّن النجوم حيث تلتقي الخطوط.

وتتيح القاعدة للزائر أن يجرّب بنفسه: إذا تغيّرت الزاوية من ٥٤° إلى ٧٠° انفتحت النجوم أو ضاقت، دون أن ينقطع خط واحد.

يستمر المعرض حتى ٣٠ يونيو، والدخول مجاني.
""",
        },
        "en": {
            "label": "Album",
            "title": "“The Geometry of Numbers”: twelve lattices of stars on show",
            "summary": "Every picture follows one rule: two lines leave the middle of each side at a given angle.",
            "body": """
On Tuesday evening the Centre opens “The Geometry of Numbers”, an exhibition of twelve star lattices. All were drawn by one rule: the plane is tiled with regular polygons, two lines leave the middle of each side at a given angle, and stars appear where the lines meet.

Visitors can try the rule themselves. As the angle turns from 54° to 70°, the stars open or close, and no line is ever broken.

The exhibition runs until 30 June. Entry is free.
""",
        },
        "fr": {
            "label": "Album",
            "title": "« La géométrie des nombres » : douze réseaux d'étoiles exposés",
            "summary": "Tous les tableaux suivent une même règle : deux lignes partent du milieu de chaque côté sous un angle donné.",
            "body": """
Mardi soir, le Centre inaugure « La géométrie des nombres », une exposition de douze réseaux d'étoiles. Tous ont été dessinés selon une seule règle : le plan est pavé de polygones réguliers, deux lignes partent du milieu de chaque côté sous un angle donné, et des étoiles apparaissent là où elles se rencontrent.

Le visiteur peut essayer la règle lui-même. Quand l'angle passe de 54° à 70°, les étoiles s'ouvrent ou se ferment, sans qu'aucune ligne ne soit rompue.

L'exposition est ouverte jusqu'au 30 juin. L'entrée est libre.
""",
        },
    },
    {
        "slug": "climate-in-pictures",
        "date": "2019-12-02T09:00:00+03:00",
        "topics": ["climate", "sdg"],
        "image": "mountains-dawn",
        "photos": [
            "mountains-dawn", "sea-dawn", "dunes-dusk", "mountains-olive", "sea-night", "dunes-clay", "sea-sand", "mountains-plum", "dunes-dawn", "mountains-teal",
            "sea-teal", "dunes-sand", "sea-dusk",
        ],
        "ar": {
            "label": "ألبوم",
            "title": "المناخ في ثلاث عشرة صورة: ماء ورمل وجبل",
            "summary": "سلسلة رسوم ترافق العدد الأول من نشرة مؤشرات المناخ والمياه.",
            "body": """
ترافق العدد الأول من نشرة مؤشرات المناخ والمياه سلسلة من ثلاث عشرة صورة مرسومة. لا تمثل الصور أماكن بعينها، وإنما تذكّر القارئ بما وراء الأرقام: مستوى البحر، وزحف الرمال، وثلوج الجبال.

وتضم النشرة ٢٨ مؤشرًا، منها ١١ مؤشرًا جديدًا، وتصدر مرتين في السنة.
""",
        },
        "en": {
            "label": "Album",
            "title": "Climate in thirteen pictures: water, sand and mountain",
            "summary": "A series of drawings goes with the first issue of the bulletin on climate and water.",
            "body": """
The first issue of the bulletin of climate and water indicators comes with a series of thirteen drawings. They show no place in particular. They remind the reader of what lies behind the figures: the level of the sea, the movement of sand, the snow of mountains.

The bulletin holds 28 indicators, of which 11 are new, and appears twice a year.
""",
        },
        "fr": {
            "label": "Album",
            "title": "Le climat en treize images : l'eau, le sable et la montagne",
            "summary": "Une série de dessins accompagne le premier numéro du bulletin sur le climat et l'eau.",
            "body": """
Le premier numéro du bulletin des indicateurs du climat et de l'eau s'accompagne d'une série de treize dessins. Ils ne représentent aucun lieu précis : ils rappellent au lecteur ce qui se cache derrière les chiffres, le niveau de la mer, l'avancée des sables, la neige des montagnes.

Le bulletin compte 28 indicateurs, dont 11 nouveaux, et paraît deux fois par an.
""",
        },
    },
]
