"""Releases of 2025 and 2026: one in French alone, one in English alone, one to come. Refuses to translate those two."""

ITEMS = [
    {
        "slug": "formation-comptes",
        "date": "2025-01-20T09:00:00+01:00",
        "topics": ["train"],
        "office": "tunis",
        "image": "screen-green",
        "fr": {
            "title": "Douze bourses pour une formation en comptes nationaux à Tunis",
            "summary": "Candidatures jusqu'au 28 février ; la formation se déroule du 7 avril au 30 mai 2025.",
            "body": """
Le Bureau régional de Tunis propose douze bourses pour une formation de huit semaines en comptes nationaux, donnée en français du 7 avril au 30 mai 2025. Elle s'adresse aux statisticiens des instituts nationaux qui ont au moins deux ans d'expérience.

## Ce que couvre la bourse

- les frais de formation et de documentation ;
- le logement et une indemnité de 1 200 dinars par mois ;
- le voyage aller et retour.

## Comment postuler

1. Remplir le formulaire en ligne (« Formation 2025 »).
2. Joindre une lettre du responsable du service : à quoi servira la formation ?
3. Envoyer le tout avant le 28 février à [tunis@example.org](mailto:tunis@example.org).

Renseignements : {+216 71 555 014}, du lundi au vendredi, de 9 h à 16 h.
""",
        },
    },
    {
        "slug": "trade-atlas-out",
        "date": "2025-03-04T10:30:00+03:00",
        "topics": ["trade", "data"],
        "image": "threads-plum",
        "related": ["trade-atlas-2025", "trade-2020"],
        "ar": {
            "title": "أطلس التجارة البينية ٢٠٢٥: من يبيع ماذا لمن؟",
            "summary": "ست لوحات، وسلسلة تصل إلى ٢١٫٤٪ من التجارة الخارجية في ٢٠٢٤.",
            "body": """
بلغ نصيب التجارة البينية ٢١٫٤٪ من مجموع التجارة الخارجية في ٢٠٢٤، مقابل ١٦٫٢٪ في ٢٠١٦، وفق «أطلس التجارة البينية» ({Atlas of Intra-regional Trade}) الصادر اليوم بالإنجليزية.

ويعرض الأطلس في ست لوحات السلع والمسافات والخدمات ومصادر البيانات. ومما يكشفه أن الحاوية التي تعبر أربعة حدود تنتظر زمنًا أطول مما تسير: ١٣١ ساعة من الانتظار مقابل ٩٤ ساعة من السير.
""",
        },
        "en": {
            "title": "Atlas of Intra-regional Trade 2025: who sells what to whom?",
            "summary": "Six plates, and a series that reaches 21.4% of foreign trade in 2024.",
            "body": """
Intra-regional trade made up 21.4% of all foreign trade in 2024, against 16.2% in 2016, according to the _Atlas of Intra-regional Trade_ published today.

In six plates the atlas shows goods, distances, services and sources. A container that crosses four borders, it finds, waits longer than it moves: 131 hours of waiting for 94 hours of travel.
""",
        },
    },
    {
        "slug": "statbridge-2",
        "date": "2025-07-08T14:00:00+03:00",
        "topics": ["data", "train"],
        "en": {
            "title": "statbridge 2.0: an open tool for linking survey files",
            "summary": "The new version reads six formats and explains every link that it makes. Release notes are in English only.",
            "body": """
The Centre has released version 2.0 of _statbridge_, its open tool for linking survey files with administrative registers. The new version reads six formats, works without a network, and writes a plain sentence for every link it makes.

## Changes since 1.4

- Names are compared after folding: `Ahmad`, `Ahmed` and `أحمد` can meet.
- Thresholds are stated in a file, not in code.
- The report lists pairs that were *not* linked, with the reason.

<pre><code>statbridge link survey.csv register.csv --key name,birth_year --report out.html</code></pre>

Two known limits: dates before 1900 are refused, and files above 2 GB must be split.
""",
        },
    },
    {
        "slug": "memorandum-universities",
        "date": "2025-09-17T12:00:00+03:00",
        "topics": ["ssc", "train"],
        "image": "arch-sand",
        "photos": ["arch-sand", "screen-clay"],
        "event": {
            "start": "2025-09-17T10:00:00-04:00",
            "end": "2025-09-17T11:00:00-04:00",
            "time_zone": "America/New_York",
            "venue": {"ar": "قاعة الاجتماعات ٤", "en": "Conference Room 4", "fr": "Salle de conférence 4"},
            "locality": {"ar": "نيويورك", "en": "New York", "fr": "New York"},
            "country": {"ar": "الولايات المتحدة الأمريكية", "en": "United States of America", "fr": "États-Unis d’Amérique"},
            "attendance": "in_person",
            "status": "scheduled",
        },
        "ar": {
            "title": "مذكرة تفاهم مع أربع جامعات (منها Universidade Aurora وUniversité du Littoral) لتبادل الطلاب",
            "summary": "يستقبل المركز ١٦ طالبًا في السنة، ويدرّس خبراؤه مقررين في الإحصاء الرسمي.",
            "body": """
يوقّع المركز اليوم في نيويورك مذكرة تفاهم مع أربع جامعات: {Universidade Aurora}، و{Université du Littoral}، وجامعة الواحات، و{Lakeside University (School of Data)}. ويوقّعها عن الجامعات الأستاذة {Inês Carvalho} والأستاذ {Jean-Marc N’Diaye} والدكتورة سلمى الهاشمي و{Dr. A. K. Mensah}.

وبموجب المذكرة يستقبل المركز ١٦ طالبًا في السنة (٤ من كل جامعة)، مدة ٣–٦ أشهر، ويدرّس خبراؤه مقررين في الإحصاء الرسمي. ويبدأ التنفيذ في ١/١٠/٢٠٢٥، وتُجدَّد المذكرة كل ٣ سنوات.

للاستفسار: هاتف {+90 312 555 01 40} (التحويلة ٢١٤)، أو [press@example.org](mailto:press@example.org)، أو الصفحة <bdi lang="en" dir="ltr">https://example.org/en/mou-2025</bdi>.
""",
        },
        "en": {
            "title": "Memorandum with four universities on exchanging students",
            "summary": "The Centre will receive 16 students a year, and its experts will teach two courses in official statistics.",
            "body": """
Today in New York the Centre signs a memorandum of understanding with four universities: Universidade Aurora, Université du Littoral, <bdi lang="ar">جامعة الواحات</bdi> (University of the Oases) and Lakeside University. For the universities it is signed by Professor Inês Carvalho, Professor Jean-Marc N’Diaye, Dr Salma Al-Hashimi and Dr A. K. Mensah.

Under the memorandum the Centre receives 16 students a year, four from each university, for three to six months, and its experts teach two courses in official statistics. It takes effect on 1 October 2025 and is renewed every three years.
""",
        },
        "fr": {
            "title": "Accord avec quatre universités pour l'échange d'étudiants",
            "summary": "Le Centre accueillera 16 étudiants par an et ses experts donneront deux cours de statistique officielle.",
            "body": """
Le Centre signe aujourd'hui à New York un protocole d'accord avec quatre universités : Universidade Aurora, Université du Littoral, l'université des Oasis et Lakeside University. Les signataires sont les professeurs Inês Carvalho et Jean-Marc N'Diaye, ainsi que les docteurs Salma Al-Hashimi et A. K. Mensah.

Aux termes de l'accord, le Centre accueille 16 étudiants par an, quatre par université, pour trois à six mois, et ses experts donnent deux cours de statistique officielle. L'accord prend effet le 1er octobre 2025 et se renouvelle tous les trois ans.
""",
        },
    },
    {
        "slug": "water-accounts",
        "date": "2026-02-10T10:00:00+03:00",
        "topics": ["climate", "sdg"],
        "image": "sea-dawn",
        "photos": ["sea-dawn", "sea-teal", "dunes-dawn"],
        "attachments": [
            {"file": "video/lattice.mp4", "title": {"ar": "فاصل مرئي من ثماني ثوانٍ", "en": "Eight-second video clip", "fr": "Séquence vidéo de huit secondes"}, "seconds": 8},
            {"file": "video/lattice.ar.vtt", "title": "ترجمة مكتوبة بالعربية", "lang": "ar"},
            {"file": "video/lattice.en.vtt", "title": "English captions", "lang": "en"},
            {"file": "video/lattice.fr.vtt", "title": "Sous-titres français", "lang": "fr"},
            {"file": "audio/chime.mp3", "title": {"ar": "لحن الفاصل", "en": "Tune of the clip", "fr": "Musique de la séquence"}, "seconds": 8},
        ],
        "ar": {
            "title": "أول حسابات للمياه: السحب من المياه الجوفية يسبق تجددها",
            "summary": "بلغ السحب الكلي ١٣١ مليار متر مكعب، منها ٥٦ مليارًا من المياه الجوفية.",
            "body": """
نشر المركز أول حسابات متكاملة للمياه، وفق نظام المحاسبة البيئية-الاقتصادية ({SEEA-Water}). وبلغ السحب الكلي في ٢٠٢٤ نحو ١٣١ مليار متر مكعب (م³)، منها ٥٦ مليارًا من المياه الجوفية، أي بزيادة ١٩٪ في عشر سنوات.

وتقيس الحسابات ثلاثة أمور: كم يدخل من الماء، وكم يُستخدم، وكم يعود إلى الطبيعة. وتضاعفت كمية المياه المعالَجة من ٦٫١ إلى ١٢٫٤ مليار م³ في المدة نفسها.

ويرافق البيان فاصل مرئي قصير مع ترجمة مكتوبة بثلاث لغات.
""",
        },
        "en": {
            "title": "First water accounts: groundwater is drawn faster than it returns",
            "summary": "Total withdrawal reached 131 billion cubic metres, of which 56 billion came from the ground.",
            "body": """
The Centre has published its first full water accounts, after the System of Environmental-Economic Accounting (SEEA-Water). Total withdrawal in 2024 was about 131 billion m<sup>3</sup>, of which 56 billion came from the ground, 19% more than ten years before.

The accounts measure three things: how much water comes in, how much is used, and how much goes back to nature. Treated water doubled from 6.1 to 12.4 billion cubic metres over the same time.

A short video clip with captions in three languages goes with this release.
""",
        },
        "fr": {
            "title": "Premiers comptes de l'eau : on puise plus vite que la nappe ne se reconstitue",
            "summary": "Les prélèvements ont atteint 131 milliards de mètres cubes, dont 56 milliards d'eaux souterraines.",
            "body": """
Le Centre publie ses premiers comptes complets de l'eau, selon le Système de comptabilité économique et environnementale (SEEA-Water). En 2024, les prélèvements ont atteint environ 131 milliards de mètres cubes, dont 56 milliards d'eaux souterraines, soit 19 % de plus que dix ans auparavant.

Les comptes mesurent trois choses : ce qui entre, ce qui est utilisé et ce qui retourne à la nature. Le volume d'eau traitée a doublé, de 6,1 à 12,4 milliards de mètres cubes, sur la même période.

Une courte séquence vidéo, sous-titrée en trois langues, accompagne ce communiqué.
""",
        },
    },
    {
        "slug": "data-conference-2026",
        "date": "2026-11-10T09:00:00+03:00",
        "topics": ["data", "ssc", "stat"],
        "image": "arcade-night",
        "event": {
            "start": "2026-12-08T09:30:00+03:00",
            "end": "2026-12-10T13:00:00+03:00",
            "time_zone": "Europe/Istanbul",
            "venue": {"ar": "مركز القرن الذهبي للمؤتمرات", "en": "Golden Horn Congress Centre", "fr": "Centre de congrès de la Corne d’Or"},
            "locality": {"ar": "إسطنبول", "en": "Istanbul", "fr": "Istanbul"},
            "country": {"ar": "تركيا", "en": "Türkiye", "fr": "Türkiye"},
            "attendance": "mixed",
            "status": "scheduled",
            "join_url": "https://example.org/meet/data-2026",
        },
        "ar": {
            "label": "دعوة إلى الصحفيين",
            "title": "المؤتمر الدولي للبيانات يُعقد في إسطنبول من ٨ إلى ١٠ ديسمبر",
            "summary": "ثلاثة أيام عن البيانات العامة والثقة، حضوريًا وعن بُعد، مع ترجمة فورية إلى ثلاث لغات.",
            "body": """
يُعقد المؤتمر الدولي للبيانات في إسطنبول من ٨ إلى ١٠ ديسمبر ٢٠٢٦، حضوريًا وعن بُعد، تحت عنوان «أرقام يثق بها الناس». ويشارك فيه نحو ٤٠٠ من الإحصائيين والباحثين والصحفيين، مع ترجمة فورية إلى العربية والإنجليزية والفرنسية.

وتبدأ الجلسة الافتتاحية في التاسعة والنصف صباحًا بتوقيت إسطنبول، وهي مفتوحة للصحافة. ويُغلق باب الاعتماد في ١ ديسمبر.
""",
        },
        "en": {
            "label": "Media invitation",
            "title": "International data conference in Istanbul, 8–10 December",
            "summary": "Three days on public data and trust, in person and online, interpreted into three languages.",
            "body": """
The international data conference takes place in Istanbul from 8 to 10 December 2026, in person and online, under the title “Figures that people trust”. Some 400 statisticians, researchers and journalists take part, with interpretation into Arabic, English and French.

The opening session begins at half past nine, Istanbul time, and is open to the press. Accreditation closes on 1 December.
""",
        },
        "fr": {
            "label": "Invitation à la presse",
            "title": "Conférence internationale sur les données à Istanbul, du 8 au 10 décembre",
            "summary": "Trois jours sur les données publiques et la confiance, en présentiel et en ligne, avec interprétation en trois langues.",
            "body": """
La conférence internationale sur les données se tient à Istanbul du 8 au 10 décembre 2026, en présentiel et en ligne, sous le titre « Des chiffres auxquels on croit ». Quelque 400 statisticiens, chercheurs et journalistes y prennent part, avec interprétation en arabe, en anglais et en français.

La séance d'ouverture commence à 9 h 30, heure d'Istanbul, et elle est ouverte à la presse. Les accréditations sont closes le 1er décembre.
""",
        },
    },
    {
        "slug": "labour-survey-q3",
        "date": "2026-11-20T10:00:00+03:00",
        "topics": ["youth", "stat"],
        "image": "bars-clay",
        "embargo_until": "2026-12-01T10:00:00+03:00",
        "ar": {
            "title": "مسح القوى العاملة، الفصل الثالث ٢٠٢٦: البطالة عند ٨٫٩٪",
            "summary": "محظور النشر حتى ١ ديسمبر، الساعة ١٠:٠٠ بتوقيت إسطنبول.",
            "body": """
بلغ معدل البطالة ٨٫٩٪ في الفصل الثالث من ٢٠٢٦، منخفضًا ٠٫٣ نقطة مئوية عن الفصل السابق. وانخفض معدل بطالة الشباب (١٥–٢٤ سنة) إلى ١٨٫٦٪.
""",
        },
        "en": {
            "title": "Labour force survey, third quarter of 2026: unemployment at 8.9%",
            "summary": "Under embargo until 1 December, 10.00 Istanbul time.",
            "body": """
The unemployment rate stood at 8.9% in the third quarter of 2026, 0.3 points lower than in the quarter before. Youth unemployment (ages 15 to 24) fell to 18.6%.
""",
        },
    },
]
