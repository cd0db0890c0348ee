"""The reports and their editions. Refuses page counts and sizes: the files tell them.

DOIs use the prefix 10.5555, kept for tests; ISBN and ISSN have right check digits and belong to nobody.
"""

EDITIONS = ["cooperation-ar", "cooperation-en", "yearbook", "reader-guide", "food-fr", "youth-en", "trade-en"]

_CENTRE = {"ar": "مركز الإحصاء والتنمية", "en": "Centre for Statistics and Development", "fr": "Centre de statistique et de développement"}
_UN = {
    "ar": "مكتب الأمم المتحدة للتعاون فيما بين بلدان الجنوب",
    "en": "United Nations Office for South-South Cooperation",
    "fr": "Bureau des Nations Unies pour la coopération Sud-Sud",
}

ITEMS = [
    {
        "slug": "cooperation-gains",
        "kind": "report",
        "date": "2020-09-15T18:00:00+03:00",
        "topics": ["ssc", "stat", "train"],
        "related": ["south-south-report"],
        "report": {"publishers": [_CENTRE, _UN], "isbn": "978-0-00-000001-9", "doi": "10.5555/nashra.2020.01", "page_progression": "rtl", "cover": "cooperation-ar"},
        "attachments": [
            {"file": "reports/cooperation-ar.pdf", "title": "منجزات التعاون: من القدرات إلى الازدهار (النص الكامل بالعربية)", "lang": "ar"},
            {"file": "reports/cooperation-en.pdf", "title": "Gains of Cooperation: From Capacities to Prosperity (summary in English)", "lang": "en"},
            {"file": "data/cooperation-2010-2019.xlsx", "title": {"ar": "جداول التقرير", "en": "Tables of the report", "fr": "Tableaux du rapport"}},
        ],
        "ar": {
            "title": "منجزات التعاون: من القدرات إلى الازدهار",
            "summary": "تقرير مشترك عن التعاون فيما بين بلدان الجنوب في الإحصاء والبحث والتدريب.",
            "body": """
يجمع هذا التقرير ما تعلّمته المؤسسات الإحصائية حين عملت معًا. وهو في خمسة أقسام: كيف يُبنى التعاون، وماذا تحقق في كل بلد، ومجالات العمل السبعة، والجداول المقارنة، ثم كيف يُقاس الأثر.

ولكل بلد مشارك صفحتان تعرضان أنشطته في جدول ورسوم، مع شرح موجز لما تغيّر من سنة إلى أخرى. وتصدر مع النص الكامل خلاصة بالإنجليزية.
""",
        },
        "en": {
            "title": "Gains of Cooperation: From Capacities to Prosperity",
            "summary": "A joint report on South-South cooperation in statistics, research and training.",
            "body": """
This report gathers what statistical institutions have learnt by working together. It has five parts: how cooperation is built, what it has brought in each country, the seven fields of work, comparative tables, and how its effect is measured.

Every participating country has two pages of its own, with a table and charts of its activities and a short account of what changed from year to year. The full text is in Arabic; a summary is available in English.
""",
        },
        "fr": {
            "title": "Les acquis de la coopération : des capacités à la prospérité",
            "summary": "Un rapport conjoint sur la coopération Sud-Sud en matière de statistique, de recherche et de formation.",
            "body": """
Ce rapport réunit ce que les institutions statistiques ont appris en travaillant ensemble. Il comporte cinq parties : comment la coopération se construit, ce qu'elle a apporté à chaque pays, les sept domaines d'activité, des tableaux comparatifs, et la mesure de ses effets.

Chaque pays participant y dispose de deux pages, avec un tableau et des graphiques de ses activités et un bref récit de ce qui a changé d'une année à l'autre. Le texte intégral est en arabe ; un résumé est disponible en anglais.
""",
        },
    },
    {
        "slug": "yearbook-2024",
        "kind": "report",
        "date": "2024-12-10",
        "topics": ["stat", "data"],
        "related": ["yearbook-2024-out"],
        "report": {"publishers": [_CENTRE], "issn": "0000-0019", "page_progression": "rtl", "cover": "yearbook"},
        "attachments": [{"file": "reports/yearbook.pdf", "title": "الكتاب الإحصائي السنوي ٢٠٢٤ (بالعربية والإنجليزية)", "lang": "ar"}],
        "ar": {
            "title": "الكتاب الإحصائي السنوي ٢٠٢٤",
            "summary": "المؤشرات الرئيسة في ثمانية أبواب، بالعربية والإنجليزية جنبًا إلى جنب.",
            "body": """
يصدر الكتاب الإحصائي السنوي بلغتين جنبًا إلى جنب، ويضم المؤشرات الرئيسة في السكان والتعليم والعمل والأسعار والتجارة والزراعة والمياه والاتصالات، مع ملاحظات عن المصادر والمنهجية.
""",
        },
        "en": {
            "title": "Statistical Yearbook 2024",
            "summary": "The main indicators in eight chapters, Arabic and English side by side.",
            "body": """
The Statistical Yearbook is printed in two languages side by side. It holds the main indicators on population, education, work, prices, trade, agriculture, water and communications, with notes on sources and methods.
""",
        },
        "fr": {
            "title": "Annuaire statistique 2024",
            "summary": "Les principaux indicateurs en huit chapitres, en arabe et en anglais côte à côte.",
            "body": """
L'Annuaire statistique est imprimé en deux langues côte à côte, l'arabe et l'anglais. Il réunit les principaux indicateurs sur la population, l'éducation, le travail, les prix, le commerce, l'agriculture, l'eau et les communications, avec des notes sur les sources et les méthodes.
""",
        },
    },
    {
        "slug": "reader-guide",
        "kind": "report",
        "date": "2022-10-20T09:00:00+03:00",
        "topics": ["train", "stat"],
        "related": ["reader-guide-schools"],
        "report": {"publishers": [_CENTRE], "page_progression": "rtl", "cover": "reader-guide"},
        "attachments": [{"file": "reports/reader-guide.pdf", "title": "دليل القارئ إلى لغة الأرقام", "lang": "ar"}],
        "ar": {
            "title": "دليل القارئ إلى لغة الأرقام",
            "summary": "اثنا عشر مفهومًا إحصائيًا بتعريفات مضبوطة بالشكل، ونص للقراءة.",
            "body": """
كتيّب موجّه إلى المدارس والصحفيين. لكل مفهوم تعريف مضبوط بالشكل التام، وشرح قصير، ومثال. وفي آخره نص للقراءة وأسئلة للنقاش.
""",
        },
        "en": {
            "title": "A Reader’s Guide to the Language of Figures",
            "summary": "Twelve statistical concepts, defined in fully vowelled Arabic, and a text to read.",
            "body": """
A booklet for schools and journalists, in Arabic. Every concept has a definition with all its vowels, a short explanation and an example. A text to read and questions for discussion close the book.
""",
        },
    },
    {
        "slug": "food-security-2021",
        "kind": "report",
        "date": "2021-10-16T08:00:00+01:00",
        "topics": ["food", "climate"],
        "office": "tunis",
        "related": ["food-security-figures"],
        "report": {"publishers": [_CENTRE], "doi": "10.5555/nashra.2021.04", "page_progression": "ltr", "cover": "food-fr"},
        "attachments": [{"file": "reports/food-fr.pdf", "title": "La sécurité alimentaire en chiffres (en français)", "lang": "fr"}],
        "ar": {
            "title": "الأمن الغذائي في أرقام ٢٠٢١",
            "summary": "ثلاثون مؤشرًا عن الإنتاج والأسعار وتغذية الأسر المعيشية. النص بالفرنسية.",
            "body": """
يعرض هذا الكتاب ثلاثين مؤشرًا في ثلاثة أبواب: الإنتاج، والشراء، والتغذية. وهو موجّه إلى أصحاب القرار والصحفيين والمدرّسين، ونصّه بالفرنسية.
""",
        },
        "en": {
            "title": "Food Security in Figures 2021",
            "summary": "Thirty indicators on production, prices and diet. The text is in French.",
            "body": """
This book presents thirty indicators in three chapters: producing, buying, eating. It is meant for those who decide, those who report and those who teach. Its text is in French.
""",
        },
        "fr": {
            "title": "La sécurité alimentaire en chiffres 2021",
            "summary": "Trente indicateurs sur la production, les prix et l'alimentation des ménages.",
            "body": """
Ce recueil présente trente indicateurs en trois chapitres : produire, acheter, se nourrir. Il s'adresse à ceux qui décident, à ceux qui informent et à ceux qui enseignent.
""",
        },
    },
    {
        "slug": "youth-work-2023",
        "kind": "report",
        "date": "2023-06-14T15:00:00+08:00",
        "topics": ["youth", "stat"],
        "related": ["youth-report-2023"],
        "report": {"publishers": [_CENTRE], "doi": "10.5555/nashra.2023.02", "page_progression": "ltr", "cover": "youth-en"},
        "attachments": [{"file": "reports/youth-en.pdf", "title": "The State of Youth and Work 2023", "lang": "en"}],
        "ar": {
            "title": "حالة الشباب والعمل ٢٠٢٣",
            "summary": "السنوات الخمس الأولى بعد المدرسة، من خلال ١٢ مسحًا. النص بالإنجليزية.",
            "body": """
يتابع التقرير من تتراوح أعمارهم بين ١٥ و٢٩ سنة من خلال ١٢ مسحًا للقوى العاملة، ويجيب عن ثلاثة أسئلة: كم يدوم البحث الأول عن عمل؟ وما العمل الذي ينتهي إليه؟ ومن يبقى باحثًا؟
""",
        },
        "en": {
            "title": "The State of Youth and Work 2023",
            "summary": "The first five years after school, in twelve surveys.",
            "body": """
The report follows people aged 15 to 29 through twelve labour force surveys and answers three questions: how long does the first search last, what kind of work ends it, and who is left searching?
""",
        },
        "fr": {
            "title": "Jeunesse et travail 2023",
            "summary": "Les cinq premières années après l'école, à travers douze enquêtes. Le texte est en anglais.",
            "body": """
Le rapport suit les 15-29 ans à travers douze enquêtes sur la population active et répond à trois questions : combien de temps dure la première recherche, quel travail y met fin et qui cherche encore ?
""",
        },
    },
    {
        "slug": "trade-atlas-2025",
        "kind": "report",
        "date": "2025-03-04T10:30:00+03:00",
        "topics": ["trade", "data"],
        "related": ["trade-atlas-out"],
        "report": {"publishers": [_CENTRE], "page_progression": "ltr", "cover": "trade-en"},
        "attachments": [{"file": "reports/trade-en.pdf", "title": "Atlas of Intra-regional Trade 2025", "lang": "en"}],
        "ar": {
            "title": "أطلس التجارة البينية ٢٠٢٥",
            "summary": "ست لوحات عرضية عن السلع والمسافات والخدمات. النص بالإنجليزية.",
            "body": """
يعرض الأطلس في ست لوحات عرضية من يبيع ماذا لمن بين البلدان الأعضاء، وكم تسير السلع وكم تنتظر، وكيف ضاق الفرق بين أرقام المصدّر وأرقام المستورد.
""",
        },
        "en": {
            "title": "Atlas of Intra-regional Trade 2025",
            "summary": "Six landscape plates on goods, distances and services.",
            "body": """
In six landscape plates the atlas shows who sells what to whom among member countries, how long goods move and how long they wait, and how the gap between exporters' and importers' figures has closed.
""",
        },
    },
    {
        "slug": "survey-handbook",
        "kind": "report",
        "date": "2019-10-01",
        "topics": ["census", "train"],
        "online_url": "https://example.org/handbook/household-surveys/",
        "report": {"publishers": [_CENTRE], "cover": "photos/screen-clay.jpg"},
        "ar": {
            "title": "كتيّب مسوح الأسر المعيشية",
            "summary": "دليل عملي يُقرأ على موقع المركز، ويُحدَّث كل سنة.",
            "body": """
دليل عملي لمن يُعدّ مسحًا للأسر المعيشية، من السؤال الأول إلى الجدول الأخير. لا يصدر مطبوعًا، ويُقرأ على موقع المركز حيث يُحدَّث كل سنة.
""",
        },
        "en": {
            "title": "Handbook of Household Surveys",
            "summary": "A practical guide, read on the Centre’s site and updated every year.",
            "body": """
A practical guide for those who prepare a household survey, from the first question to the last table. It is not printed: it is read on the Centre's site, where it is updated every year.
""",
        },
        "fr": {
            "title": "Manuel des enquêtes auprès des ménages",
            "summary": "Un guide pratique, à lire sur le site du Centre et mis à jour chaque année.",
            "body": """
Un guide pratique pour ceux qui préparent une enquête auprès des ménages, de la première question au dernier tableau. Il n'est pas imprimé : il se lit sur le site du Centre, où il est mis à jour chaque année.
""",
        },
    },
]
