"""Releases of 2023 and 2024. Refuses photographs whose licence is not in `CREDITS.md`."""

ITEMS = [
    {
        "slug": "youth-report-2023",
        "date": "2023-06-14T15:00:00+08:00",
        "topics": ["youth", "stat"],
        "image": "arch-teal",
        "related": ["youth-work-2023"],
        "attachments": [{"file": "reports/youth-en.pdf", "title": "The State of Youth and Work 2023", "lang": "en"}],
        "event": {
            "start": "2023-06-14T14:00:00+08:00",
            "end": "2023-06-14T15:30:00+08:00",
            "time_zone": "Asia/Kuala_Lumpur",
            "venue": {"ar": "ندوة عبر الإنترنت", "en": "Webinar", "fr": "Séminaire en ligne"},
            "locality": {"ar": "كوالالمبور", "en": "Kuala Lumpur", "fr": "Kuala Lumpur"},
            "country": {"ar": "ماليزيا", "en": "Malaysia", "fr": "Malaisie"},
            "attendance": "online",
            "status": "scheduled",
            "recording_url": "https://example.org/watch/youth-2023",
        },
        "ar": {
            "label": "تقرير",
            "title": "حالة الشباب والعمل: البحث الأول عن عمل يقصر إلى ٨٫٢ أشهر",
            "summary": "ما زالت الشابات يبحثن ثلاثة أشهر أكثر من الشباب الذين يحملون الشهادة نفسها.",
            "body": """
قصُر متوسط البحث عن أول عمل من ١١٫٤ شهرًا في ٢٠١٥ إلى ٨٫٢ أشهر في ٢٠٢٢، بحسب تقرير {The State of Youth and Work} الذي عُرض اليوم في ندوة عبر الإنترنت من كوالالمبور.

ويعتمد التقرير على ١٢ مسحًا للقوى العاملة شملت من تتراوح أعمارهم بين ١٥ و٢٩ سنة. ومن نتائجه:

- تأتي نصف فرص العمل الأولى عن طريق قريب أو جار أو صديق، وعُشرها فقط عن طريق مكاتب التشغيل.
- واحد من كل خمسة شبان ليس في عمل ولا تعليم ولا تدريب ({NEET}).
- ارتفع نصيب العقود المكتوبة من ٤٠٫٣٪ إلى ٥١٫٣٪.

والتقرير متاح بالإنجليزية.
""",
        },
        "en": {
            "label": "Report",
            "title": "State of Youth and Work: the first search shortens to 8.2 months",
            "summary": "Young women still search three months longer than young men with the same diploma.",
            "body": """
The median search for a first job fell from 11.4 months in 2015 to 8.2 months in 2022, according to _The State of Youth and Work_, presented today in a webinar from Kuala Lumpur.

The report draws on twelve labour force surveys of people aged 15 to 29. Among its findings:

- half of all first jobs come through a relative, a neighbour or a friend, and only a tenth through employment services;
- one young person in five is in neither employment, education nor training (NEET);
- the share of written contracts rose from 40.3% to 51.3%.
""",
        },
        "fr": {
            "label": "Rapport",
            "title": "Jeunesse et travail : la première recherche d'emploi ramenée à 8,2 mois",
            "summary": "À diplôme égal, les jeunes femmes cherchent toujours trois mois de plus que les jeunes hommes.",
            "body": """
La durée médiane de la recherche d'un premier emploi est passée de 11,4 mois en 2015 à 8,2 mois en 2022, selon le rapport <cite lang="en">The State of Youth and Work</cite>, présenté aujourd'hui lors d'un séminaire en ligne depuis Kuala Lumpur.

Le rapport s'appuie sur douze enquêtes auprès de personnes âgées de 15 à 29 ans. Il en ressort que :

- la moitié des premiers emplois viennent d'un parent, d'un voisin ou d'un ami, et un dixième seulement d'un service de l'emploi ;
- un jeune sur cinq n'est ni en emploi, ni en études, ni en formation ;
- la part des contrats écrits est passée de 40,3 % à 51,3 %.

Le rapport est disponible en anglais.
""",
        },
    },
    {
        "slug": "forum-cancelled",
        "date": "2023-09-12T18:00:00+01:00",
        "topics": ["trade"],
        "office": "tunis",
        "event": {
            "start": "2023-09-20T09:30:00+01:00",
            "end": "2023-09-21T13:00:00+01:00",
            "time_zone": "Africa/Casablanca",
            "venue": {"ar": "مركز الندوات", "en": "Seminar Centre", "fr": "Centre de séminaires"},
            "locality": {"ar": "مراكش", "en": "Marrakesh", "fr": "Marrakech"},
            "country": {"ar": "المغرب", "en": "Morocco", "fr": "Maroc"},
            "attendance": "in_person",
            "status": "cancelled",
        },
        "ar": {
            "title": "إلغاء المنتدى الإقليمي لإحصاءات التجارة",
            "summary": "أُلغي المنتدى الذي كان مقررًا في مراكش يومي ٢٠ و٢١ سبتمبر، تضامنًا مع المتضررين من الزلزال.",
            "body": """
ألغى المركز المنتدى الإقليمي لإحصاءات التجارة الذي كان مقررًا في مراكش يومي ٢٠ و٢١ سبتمبر ٢٠٢٣، تضامنًا مع المتضررين من الزلزال. وتُخصص نفقات الضيافة لدعم مسح عاجل لاحتياجات الأسر.

تُرسل الأوراق إلى المشاركين بالبريد الإلكتروني، وتُناقش في لقاءين عن بُعد يُعلن موعدهما لاحقًا.
""",
        },
        "en": {
            "title": "Regional forum on trade statistics cancelled",
            "summary": "The forum planned in Marrakesh for 20–21 September will not take place, in solidarity with those struck by the earthquake.",
            "body": """
The Centre has cancelled the regional forum on trade statistics planned in Marrakesh for 20–21 September 2023, in solidarity with those struck by the earthquake. What was set aside for hospitality goes to an urgent survey of what households need.

Papers will be sent to participants by e-mail and discussed in two online meetings, to be announced.
""",
        },
        "fr": {
            "title": "Le forum régional sur les statistiques du commerce est annulé",
            "summary": "Le forum prévu à Marrakech les 20 et 21 septembre n'aura pas lieu, par solidarité avec les victimes du séisme.",
            "body": """
Le Centre a annulé le forum régional sur les statistiques du commerce prévu à Marrakech les 20 et 21 septembre 2023, par solidarité avec les victimes du séisme. Les frais de réception seront consacrés à une enquête urgente sur les besoins des ménages.

Les communications seront envoyées aux participants par courriel et discutées lors de deux réunions en ligne, dont les dates seront annoncées.
""",
        },
    },
    {
        "slug": "visualisation-contest",
        "date": "2023-11-20T13:00:00+03:00",
        "topics": ["data", "youth"],
        "image": "dots-teal",
        "photos": [
            "bars-green", "dots-teal", "contours-olive", "bars-indigo", "bars-clay", "dots-night", "dots-plum",
            "contours-indigo", "contours-sand", "threads-plum", "threads-green", "fields-olive", "fields-clay", "fields-sand",
        ],
        "ar": {
            "label": "ألبوم",
            "title": "مسابقة الرسم البياني: ثلاث جوائز وأربع عشرة لوحة",
            "summary": "شارك في الدورة الثالثة ٢١٧ طالبًا وطالبة من ١٩ بلدًا.",
            "body": """
أعلن المركز أسماء الفائزين في الدورة الثالثة من مسابقة الرسم البياني، التي شارك فيها ٢١٧ طالبًا وطالبة من ١٩ بلدًا. وكان المطلوب لوحة بلا أرقام ولا محاور، تجعل الناظر يسأل: ما الذي أراه؟

<table><caption>الجوائز</caption><thead><tr><th scope="col">الجائزة</th><th scope="col">اللوحة</th><th scope="col">التقنية</th></tr></thead><tbody><tr><th scope="row">الأولى</th><td>سنة من القياس</td><td>أعمدة ومنحنى</td></tr><tr><th scope="row">الثانية</th><td>كثافة السكان</td><td>نقاط</td></tr><tr><th scope="row">الثالثة</th><td>أرض بلا أسماء</td><td>خطوط كنتور</td></tr></tbody></table>

وتُعرض اللوحات في بهو المقر الرئيسي حتى نهاية يناير.
""",
        },
        "en": {
            "label": "Album",
            "title": "Visualisation contest: three prizes and fourteen pictures",
            "summary": "The third edition drew 217 students from 19 countries.",
            "body": """
The Centre has announced the winners of the third visualisation contest, in which 217 students from 19 countries took part. The task was a picture without numbers or axes that makes people ask: what am I looking at?

<table><caption>Prizes</caption><thead><tr><th scope="col">Prize</th><th scope="col">Picture</th><th scope="col">Technique</th></tr></thead><tbody><tr><th scope="row">First</th><td>A Year of Measuring</td><td>Bars and a curve</td></tr><tr><th scope="row">Second</th><td>Density</td><td>Dots</td></tr><tr><th scope="row">Third</th><td>Land Without Names</td><td>Contour lines</td></tr></tbody></table>

The pictures hang in the lobby of the Headquarters until the end of January.
""",
        },
        "fr": {
            "label": "Album",
            "title": "Concours de visualisation : trois prix et quatorze tableaux",
            "summary": "La troisième édition a réuni 217 étudiants de 19 pays.",
            "body": """
Le Centre a proclamé les lauréats du troisième concours de visualisation, auquel ont participé 217 étudiants de 19 pays. Il s'agissait de composer un tableau sans chiffres ni axes, qui pousse à se demander : qu'est-ce que je regarde ?

<table><caption>Prix</caption><thead><tr><th scope="col">Prix</th><th scope="col">Tableau</th><th scope="col">Technique</th></tr></thead><tbody><tr><th scope="row">Premier</th><td>Une année de mesures</td><td>Barres et courbe</td></tr><tr><th scope="row">Deuxième</th><td>Densité</td><td>Points</td></tr><tr><th scope="row">Troisième</th><td>Terre sans noms</td><td>Courbes de niveau</td></tr></tbody></table>

Les tableaux sont exposés dans le hall du siège jusqu'à la fin du mois de janvier.
""",
        },
    },
    {
        "slug": "api-version-2",
        "date": "2024-02-26T10:00:00+03:00",
        "topics": ["data"],
        "image": "contours-indigo",
        "related": ["open-data-portal"],
        "ar": {
            "title": "الإصدار الثاني من واجهة البيانات (API v2): استعلام أسرع وصيغتا JSON وCSV",
            "summary": "يعمل الإصداران معًا حتى ٣١ ديسمبر ٢٠٢٤.",
            "body": """
أطلقت بوابة البيانات الإصدار الثاني من واجهتها البرمجية. وهو يعيد السلسلة كاملةً في طلب واحد، بصيغة {JSON} أو {CSV}، ويقبل الاستعلام بأكثر من بلد وأكثر من سنة.

<pre dir="ltr"><code>GET /v2/series/trade.intra.share?country=JO,TN&amp;years=2015-2024
Accept: text/csv</code></pre>

## ما يتغيّر

| الأمر | الإصدار الأول | الإصدار الثاني |
| الحد الأقصى للطلب | {1000} صف | {50000} صف |
| ترميز البلدان | {ISO alpha-3} | {ISO alpha-2} |
| القيم الناقصة | {-9999} | {null} |

ويعمل الإصداران معًا حتى ٣١ ديسمبر ٢٠٢٤. وللأسئلة: [data@example.org](mailto:data@example.org).
""",
        },
        "en": {
            "title": "Version 2 of the data interface: faster queries, JSON and CSV",
            "summary": "Both versions run side by side until 31 December 2024.",
            "body": """
The data portal has released version 2 of its programming interface. It gives a whole series in one request, as JSON or CSV, and takes several countries and years in one query.

<pre><code>GET /v2/series/trade.intra.share?country=JO,TN&amp;years=2015-2024
Accept: text/csv</code></pre>

## What changes

| Point | Version 1 | Version 2 |
| Largest request | 1,000 rows | 50,000 rows |
| Country codes | ISO alpha-3 | ISO alpha-2 |
| Missing values | -9999 | null |

Both versions run side by side until 31 December 2024. Questions: [data@example.org](mailto:data@example.org).
""",
        },
    },
    {
        "slug": "open-day-2024",
        "date": "2024-05-18T16:00:00+03:00",
        "topics": ["train", "data"],
        "image": "photo-astronaut",
        "photos": [
            "photo-astronaut", "photo-camera", "photo-rocket", "photo-hubble", "photo-coffee", "photo-chelsea",
            "photo-clock", "photo-grass", "photo-gravel", "photo-retina", "photo-brick",
        ],
        "event": {
            "start": "2024-05-18T10:00:00+03:00",
            "end": "2024-05-18T16:00:00+03:00",
            "time_zone": "Europe/Istanbul",
            "venue": {"ar": "المقر الرئيسي", "en": "Headquarters", "fr": "Siège"},
            "locality": {"ar": "أنقرة", "en": "Ankara", "fr": "Ankara"},
            "country": {"ar": "تركيا", "en": "Türkiye", "fr": "Türkiye"},
            "attendance": "in_person",
            "status": "scheduled",
        },
        "ar": {
            "label": "ألبوم",
            "title": "يوم الأبواب المفتوحة: كيف تصير الصورة رقمًا؟",
            "summary": "٦٤٠ زائرًا، وسبعة تمارين على العدّ والقياس من صور فوتوغرافية حرة.",
            "body": """
استقبل المقر الرئيسي ٦٤٠ زائرًا في يوم الأبواب المفتوحة، وكان موضوعه: كيف تصير الصورة رقمًا؟ جرّب الزوار سبعة تمارين على صور فوتوغرافية حرة: عدّ المجرّات بالمعاينة، وتقدير متوسط حجم الحصى، وتصنيف الأراضي من نسيجها.

وكان أكثر التمارين ازدحامًا تمرين القطة ({Chelsea})، وفيه يخمّن الزائر عدد الشعرات في شاربها، ثم يحسب هامش الخطأ.

والصور كلها في الملك العام أو برخصة {CC0}؛ وأسماء أصحابها مذكورة تحتها.
""",
        },
        "en": {
            "label": "Album",
            "title": "Open day: how does a picture become a figure?",
            "summary": "640 visitors, and seven exercises in counting and measuring from free photographs.",
            "body": """
The Headquarters welcomed 640 visitors to its open day, which asked: how does a picture become a figure? Visitors tried seven exercises on free photographs: counting galaxies by sampling, estimating the mean size of pebbles, telling land apart by its texture.

The busiest exercise was that of the cat, Chelsea, in which the visitor guesses the number of her whiskers and then works out the margin of error.

All photographs are in the public domain or under CC0. The names of their authors stand below them.
""",
        },
        "fr": {
            "label": "Album",
            "title": "Portes ouvertes : comment une image devient-elle un chiffre ?",
            "summary": "640 visiteurs et sept exercices de comptage et de mesure à partir de photographies libres.",
            "body": """
Le siège a accueilli 640 visiteurs lors de sa journée portes ouvertes, consacrée à une question : comment une image devient-elle un chiffre ? Sept exercices étaient proposés sur des photographies libres : compter des galaxies par sondage, estimer la taille moyenne de graviers, distinguer des sols à leur texture.

Le plus couru fut celui de la chatte Chelsea, où l'on devine le nombre de ses moustaches avant d'en calculer la marge d'erreur.

Toutes les photographies sont dans le domaine public ou sous licence CC0 ; le nom de leurs auteurs figure sous chacune.
""",
        },
    },
    {
        "slug": "yearbook-2024-out",
        "date": "2024-12-10T11:00:00+03:00",
        "modified": "2024-12-18T09:00:00+03:00",
        "topics": ["stat", "data"],
        "image": "lattice-clay-bold",
        "related": ["yearbook-2024", "trade-2020"],
        "corrections": ["2024-12-13", "2024-12-18"],
        "attachments": [
            {"file": "data/cooperation-2010-2019.xlsx", "title": {"ar": "أنشطة التعاون ٢٠١٠–٢٠١٩ (جداول)", "en": "Cooperation activities 2010–2019 (workbook)", "fr": "Activités de coopération 2010-2019 (classeur)"}},
            {"file": "data/cooperation-2010-2019.csv", "title": {"ar": "أنشطة التعاون ٢٠١٠–٢٠١٩ (نص مفصول بفواصل)", "en": "Cooperation activities 2010–2019 (comma-separated)", "fr": "Activités de coopération 2010-2019 (texte délimité)"}},
        ],
        "ar": {
            "title": "صدور الكتاب الإحصائي السنوي ٢٠٢٤ بالعربية والإنجليزية",
            "summary": "ثمانية أبواب، وسلاسل من ٢٠١٥ إلى ٢٠٢٤، وجداول بصيغ مفتوحة.",
            "body": """
صدر الكتاب الإحصائي السنوي ٢٠٢٤ في ثمانية أبواب: السكان، والتعليم، والعمل، والأسعار، والتجارة، والزراعة، والمياه، والاتصالات. وفي كل باب نص بلغتين ورسم وجدول لعشر سنوات.

<figure><img src="../media/photos/bars-green-640.webp" width="640" height="427" alt="أعمدة خضراء متفاوتة وخط ذهبي يمر فوقها"><figcaption>من لوحات مسابقة الرسم البياني، على صفحة الباب الثالث.</figcaption></figure>

وأُتيحت مع الكتاب جداول أنشطة التعاون بصيغتي {XLSX} و{CSV}.
""",
            "corrections": [
                "صُحّح معدل بطالة الشباب لسنة ٢٠٢١ في الجدول ٣.",
                "أُضيفت وحدة القياس «مليار متر مكعب» إلى عنوان جدول المياه.",
            ],
        },
        "en": {
            "title": "Statistical Yearbook 2024 is out, in Arabic and English",
            "summary": "Eight chapters, series from 2015 to 2024, and tables in open formats.",
            "body": """
The Statistical Yearbook 2024 has eight chapters: population, education, work, prices, trade, agriculture, water and communications. Each has a text in two languages, a chart and a table for ten years.

<figure><img src="../media/photos/bars-green-640.webp" width="640" height="427" alt="Uneven green bars with a golden line passing above them"><figcaption>From the visualisation contest; it opens the third chapter.</figcaption></figure>

Tables of cooperation activities come with the book as XLSX and CSV.
""",
            "corrections": [
                "The youth unemployment rate for 2021 in table 3 was corrected.",
                "The unit “billion cubic metres” was added to the title of the table on water.",
            ],
        },
        "fr": {
            "title": "L'Annuaire statistique 2024 paraît en arabe et en anglais",
            "summary": "Huit chapitres, des séries de 2015 à 2024 et des tableaux en formats ouverts.",
            "body": """
L'Annuaire statistique 2024 compte huit chapitres : population, éducation, travail, prix, commerce, agriculture, eau et communications. Chacun comprend un texte en deux langues, un graphique et un tableau sur dix ans.

<figure><img src="../media/photos/bars-green-640.webp" width="640" height="427" alt="Barres vertes inégales, surmontées d'une ligne dorée"><figcaption>Tableau du concours de visualisation, en tête du troisième chapitre.</figcaption></figure>

Les tableaux des activités de coopération accompagnent l'ouvrage, aux formats XLSX et CSV.
""",
            "corrections": [
                "Le taux de chômage des jeunes pour 2021 a été corrigé dans le tableau 3.",
                "L'unité « milliard de mètres cubes » a été ajoutée au titre du tableau sur l'eau.",
            ],
        },
    },
]
