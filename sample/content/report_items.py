"""The reports and their editions. Refuses page counts and sizes: the files tell them."""

EDITIONS = ["cooperation-ar", "yearbook"]

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
        "report": {"publishers": [_CENTRE, _UN], "page_progression": "rtl", "cover": "cooperation-ar"},
        "attachments": [{"file": "reports/cooperation-ar.pdf", "title": "منجزات التعاون: من القدرات إلى الازدهار (بالعربية)", "lang": "ar"}],
        "ar": {
            "title": "منجزات التعاون: من القدرات إلى الازدهار",
            "summary": "تقرير مشترك عن التعاون فيما بين بلدان الجنوب في الإحصاء والبحث والتدريب.",
            "body": """
يجمع هذا التقرير ما تعلّمته المؤسسات الإحصائية حين عملت معًا. وهو في ثلاثة أقسام: كيف يُبنى التعاون، وماذا حقق في كل بلد، وكيف يُقاس أثره.

ولكل بلد مشارك صفحات تعرض أنشطته في جداول ورسوم، مع شرح موجز لما تغيّر من سنة إلى أخرى.
""",
        },
        "en": {
            "title": "Gains of Cooperation: From Capacities to Prosperity",
            "summary": "A joint report on South-South cooperation in statistics, research and training.",
            "body": """
This report gathers what statistical institutions have learnt by working together. It has three parts: how cooperation is built, what it has brought in each country, and how its effect is measured.

Every participating country has pages of its own, with tables and charts of its activities and a short account of what changed from year to year.
""",
        },
        "fr": {
            "title": "Les acquis de la coopération : des capacités à la prospérité",
            "summary": "Un rapport conjoint sur la coopération Sud-Sud en matière de statistique, de recherche et de formation.",
            "body": """
Ce rapport réunit ce que les institutions statistiques ont appris en travaillant ensemble. Il comporte trois parties : comment la coopération se construit, ce qu'elle a apporté à chaque pays et comment son effet se mesure.

Chaque pays participant y dispose de ses propres pages, avec les tableaux et graphiques de ses activités et un bref récit de ce qui a changé d'une année à l'autre.
""",
        },
    },
    {
        "slug": "yearbook-2024",
        "kind": "report",
        "date": "2024-12-10",
        "topics": ["stat", "data"],
        "report": {"publishers": [_CENTRE], "page_progression": "rtl", "cover": "yearbook"},
        "attachments": [{"file": "reports/yearbook.pdf", "title": "الكتاب الإحصائي السنوي ٢٠٢٤ (بالعربية والإنجليزية)", "lang": "ar"}],
        "ar": {
            "title": "الكتاب الإحصائي السنوي ٢٠٢٤",
            "summary": "المؤشرات الرئيسة للبلدان الأعضاء في جداول متقابلة بالعربية والإنجليزية.",
            "body": """
يصدر الكتاب الإحصائي السنوي بلغتين متقابلتين، ويضم المؤشرات الرئيسة في السكان والتعليم والعمل والتجارة والمياه، مع ملاحظات عن المصادر والمنهجية.
""",
        },
        "en": {
            "title": "Statistical Yearbook 2024",
            "summary": "The main indicators of member countries in facing tables, Arabic and English.",
            "body": """
The Statistical Yearbook is printed in two facing languages. It holds the main indicators on population, education, work, trade and water, with notes on sources and methods.
""",
        },
    },
]
