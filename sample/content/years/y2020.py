"""Releases of 2020, with the one the project began from. Refuses facts about that one beyond the contract's."""

ITEMS = [
    {
        "slug": "south-south-report",
        "date": "2020-09-15T18:00:00+03:00",
        "topics": ["ssc", "stat", "train"],
        "image": "lattice-green",
        "photos": ["lattice-green", "lattice-indigo", "lattice-clay", "sea-teal", "dunes-sand", "mountains-dawn", "lattice-plum", "sea-dusk"],
        "related": ["cooperation-gains", "national-accounts-course", "trade-2020"],
        "event": {
            "start": "2020-09-15T16:00:00+03:00",
            "end": "2020-09-15T17:30:00+03:00",
            "time_zone": "Europe/Istanbul",
            "venue": {"ar": "اجتماع افتراضي", "en": "Virtual meeting", "fr": "Réunion virtuelle"},
            "locality": {"ar": "نيويورك", "en": "New York", "fr": "New York"},
            "country": {"ar": "الولايات المتحدة الأمريكية", "en": "United States of America", "fr": "États-Unis d’Amérique"},
            "attendance": "online",
            "status": "scheduled",
        },
        "aliases": ["/{lang}/news/2020/09/15/joint-report", "/{lang}/node/1840"],
        "pack": [1, 3, 12],
        "ar": {
            "label": "إصدار مشترك",
            "title": "تقرير مشترك يروي مسيرة التعاون فيما بين بلدان الجنوب",
            "summary": "أُطلق التقرير في اجتماع افتراضي على هامش يوم الأمم المتحدة للتعاون فيما بين بلدان الجنوب، وهو ثمرة عمل مشترك بين المركز ومكتب الأمم المتحدة للتعاون فيما بين بلدان الجنوب.",
            "body": """
أطلق مركز الإحصاء والتنمية ومكتب الأمم المتحدة للتعاون فيما بين بلدان الجنوب، يوم الثلاثاء ١٥ سبتمبر ٢٠٢٠، تقريرًا مشتركًا بعنوان «منجزات التعاون: من القدرات إلى الازدهار»، وذلك في اجتماع افتراضي عُقد على هامش يوم الأمم المتحدة للتعاون فيما بين بلدان الجنوب.

وعُقد الاجتماع من الساعة ١٦:٠٠ إلى الساعة ١٧:٣٠ بتوقيت إسطنبول ({GMT+3})، وأُعلن مكانُ انعقاده نيويورك في الولايات المتحدة الأمريكية. وقد تابعه المشاركون عن بُعد، كلٌّ من مكان عمله.

ويعرض التقرير كيف تنتقل الخبرة بين المؤسسات الإحصائية: من دورة تدريبية قصيرة، إلى بعثة خبراء، إلى عمل مشترك يدوم سنوات. ويضع أمام القارئ جداول عن أنشطة الإحصاء والبحث والتدريب، وأمثلة تشرح ما تعلّمه كل طرف من الآخر.

والنسخة الإلكترونية من التقرير متاحة للقراءة والتنزيل دون مقابل، ويمكن البحث في نصّها كاملًا. أما صور الإصدار فمنشورة في آخر هذه الصفحة.
""",
        },
        "en": {
            "label": "Joint publication",
            "title": "Joint report tells the story of South-South cooperation",
            "summary": "The report was launched at a virtual meeting beside the United Nations Day for South-South Cooperation. It is the joint work of the Centre and the United Nations Office for South-South Cooperation.",
            "body": """
The Centre for Statistics and Development and the United Nations Office for South-South Cooperation launched a joint report, _Gains of Cooperation: From Capacities to Prosperity_, on Tuesday 15 September 2020, at a virtual meeting held beside the United Nations Day for South-South Cooperation.

The meeting ran from 16:00 to 17:30, Istanbul time (GMT+3). Its place was given as New York, United States of America; participants joined from their own desks.

The report shows how experience travels between statistical institutions: from a short course, to an expert mission, to joint work that lasts for years. It sets out tables on activities in statistics, research and training, with examples of what each side has learnt from the other.

The online version can be read and downloaded free of charge, and its whole text can be searched. Pictures of the publication are at the end of this page.
""",
        },
        "fr": {
            "label": "Publication conjointe",
            "title": "Un rapport conjoint retrace le parcours de la coopération Sud-Sud",
            "summary": "Le rapport a été lancé lors d'une réunion virtuelle organisée en marge de la Journée des Nations Unies pour la coopération Sud-Sud. Il est le fruit d'un travail commun du Centre et du Bureau des Nations Unies pour la coopération Sud-Sud.",
            "body": """
Le Centre de statistique et de développement et le Bureau des Nations Unies pour la coopération Sud-Sud ont lancé, le mardi 15 septembre 2020, un rapport conjoint intitulé « Les acquis de la coopération : des capacités à la prospérité », lors d'une réunion virtuelle tenue en marge de la Journée des Nations Unies pour la coopération Sud-Sud.

La réunion s'est déroulée de 16 h 00 à 17 h 30, heure d'Istanbul (GMT+3). Le lieu annoncé était New York, aux États-Unis d'Amérique ; les participants l'ont suivie à distance.

Le rapport montre comment l'expérience circule entre les institutions statistiques : d'une formation courte à une mission d'experts, puis à un travail commun qui dure des années. Il présente des tableaux sur les activités de statistique, de recherche et de formation, ainsi que des exemples de ce que chacun a appris de l'autre.

La version en ligne se lit et se télécharge gratuitement, et son texte peut être interrogé en entier. Les images de la publication figurent au bas de cette page.
""",
        },
    },
    {
        "slug": "sdg-workshop",
        "date": "2020-09-09T11:30:00+03:00",
        "topics": ["sdg", "train"],
        "image": "lattice-indigo",
        "photos": ["lattice-indigo", "sea-teal", "mountains-dawn"],
        "related": ["national-accounts-course"],
        "event": {
            "start": "2020-09-07T09:00:00+01:00",
            "end": "2020-09-09T13:00:00+01:00",
            "time_zone": "Africa/Tunis",
            "venue": {"ar": "قاعة ابن خلدون", "en": "Ibn Khaldun Hall", "fr": "Salle Ibn Khaldoun"},
            "locality": {"ar": "تونس", "en": "Tunis", "fr": "Tunis"},
            "country": {"ar": "تونس", "en": "Tunisia", "fr": "Tunisie"},
            "attendance": "mixed",
            "status": "scheduled",
        },
        "office": "tunis",
        "ar": {
            "title": "ورشة عمل إقليمية حول مؤشرات التنمية المستدامة تختتم أعمالها",
            "summary": "ثلاثة أيام من التمارين العملية على قياس المؤشرات، شارك فيها ٢٤ إحصائيًا حضوريًا وعن بُعد.",
            "body": """
اختتم المركز في تونس ورشة عمل إقليمية عن قياس مؤشرات أهداف التنمية المستدامة، استمرت ثلاثة أيام وشارك فيها ٢٤ إحصائيًا، حضر نصفهم في القاعة وتابع الباقون عن بُعد.

وتدرّب المشاركون على قراءة البيانات الوصفية للمؤشرات، وعلى التمييز بين ما يمكن حسابه من المصادر المتاحة وما يحتاج إلى مسح جديد. وعملت كل مجموعة على مؤشر واحد من أوله إلى آخره.

> تعلّمنا أن نسأل أولًا: من سيقرأ هذا الرقم؟ ثم نسأل: كيف نحسبه؟

واتفق المشاركون على ثلاث خطوات:

- تبادل استمارات المسوح بين المكاتب قبل الجولة المقبلة.
- إعداد بطاقة واحدة لكل مؤشر، بلغة واضحة.
- عقد لقاء متابعة قصير كل ثلاثة أشهر.
""",
        },
        "en": {
            "title": "Regional workshop on sustainable development indicators closes",
            "summary": "Three days of practical exercises in measuring the indicators, with 24 statisticians in the room and online.",
            "body": """
The Centre has closed a regional workshop in Tunis on measuring the indicators of the Sustainable Development Goals. It lasted three days and brought together 24 statisticians, half of them in the room and half online.

Participants practised reading the metadata of the indicators, and telling what can be computed from existing sources from what needs a new survey. Each group followed one indicator from beginning to end.

> We learnt to ask first who will read this figure, and only then how to compute it.

Participants agreed on three steps:

- to exchange survey forms between offices before the next round;
- to write one card for each indicator, in plain language;
- to hold a short follow-up meeting every three months.
""",
        },
        "fr": {
            "title": "L'atelier régional sur les indicateurs du développement durable s'achève",
            "summary": "Trois jours d'exercices pratiques sur la mesure des indicateurs, avec 24 statisticiens en salle et à distance.",
            "body": """
Le Centre a clos à Tunis un atelier régional consacré à la mesure des indicateurs des objectifs de développement durable. Pendant trois jours, il a réuni 24 statisticiens, la moitié en salle, l'autre moitié à distance.

Les participants se sont exercés à lire les métadonnées des indicateurs et à distinguer ce qui peut se calculer à partir des sources existantes de ce qui demande une nouvelle enquête. Chaque groupe a suivi un indicateur du début à la fin.

> Nous avons appris à nous demander d'abord qui lira ce chiffre, et ensuite seulement comment le calculer.

Trois mesures ont été retenues :

- échanger les questionnaires d'enquête entre bureaux avant le prochain cycle ;
- rédiger une fiche par indicateur, dans une langue claire ;
- tenir une courte réunion de suivi tous les trois mois.
""",
        },
    },
    {
        "slug": "national-accounts-course",
        "date": "2020-09-02",
        "topics": ["train", "stat"],
        "image": "lattice-clay",
        "related": ["sdg-workshop"],
        "ar": {
            "title": "برنامج تدريبي جديد لخبراء الحسابات القومية في ١٢ بلدًا",
            "summary": "يبدأ البرنامج في أكتوبر، ويمتد على ثمانية أسابيع، ويقدَّم بالعربية والفرنسية.",
            "body": """
يبدأ المركز في أكتوبر برنامجًا تدريبيًا موجّهًا إلى خبراء الحسابات القومية في ١٢ بلدًا. ويمتد البرنامج على ثمانية أسابيع، بمعدل جلستين في الأسبوع، ويقدَّم بالعربية والفرنسية.

ويتناول البرنامج حسابات الإنتاج والدخل، وجداول العرض والاستخدام، ومراجعة السلاسل الزمنية. ويحصل كل مشارك على تمارين مبنية على بيانات بلده.
""",
        },
        "en": {
            "title": "New training programme for national accountants in 12 countries",
            "summary": "The programme starts in October, runs for eight weeks and is given in Arabic and French.",
            "body": """
In October the Centre starts a training programme for national accountants in 12 countries. It runs for eight weeks, with two sessions a week, and is given in Arabic and French.

The programme covers production and income accounts, supply and use tables, and the revision of time series. Every participant receives exercises built on the data of his or her own country.
""",
        },
    },
    {
        "slug": "trade-2020",
        "date": "2020-08-28T10:00:00+03:00",
        "modified": "2020-09-01T09:15:00+03:00",
        "topics": ["trade", "data"],
        "image": "sea-teal",
        "corrections": ["2020-09-01"],
        "ar": {
            "title": "بيانات محدّثة عن التجارة البينية: نمو للسنة الثالثة على التوالي",
            "summary": "بلغ نصيب التجارة البينية ١٨٫٧٪ من مجموع التجارة الخارجية، مقابل ١٧٫٩٪ قبل سنة.",
            "body": """
نشر المركز التحديث السنوي لبيانات التجارة بين بلدانه الأعضاء. وتُظهر السلسلة نموًّا للسنة الثالثة على التوالي: من ١٧٫١٪ من مجموع التجارة الخارجية في ٢٠١٧، إلى ١٨٫٧٪ في ٢٠١٩.

| = نصيب التجارة البينية من مجموع التجارة الخارجية (٪)
| السنة | الصادرات | الواردات | المجموع |
| ٢٠١٧ | ١٧٫٤ | ١٦٫٨ | ١٧٫١ |
| ٢٠١٨ | ١٨٫٢ | ١٧٫٦ | ١٧٫٩ |
| ٢٠١٩ | ١٩٫٠ | ١٨٫٤ | ١٨٫٧ |

وتبقى السلع الغذائية ومواد البناء في مقدمة ما تتبادله البلدان الأعضاء.
""",
            "corrections": ["ورد في النسخة الأولى أن نصيب الصادرات في ٢٠١٨ بلغ ١٢٫٨٪، والصواب ١٨٫٢٪."],
        },
        "en": {
            "title": "Updated figures on intra-regional trade: growth for a third year",
            "summary": "Trade among member countries made up 18.7% of their foreign trade, up from 17.9% a year earlier.",
            "body": """
The Centre has published its yearly update on trade among its member countries. The series shows growth for the third year in a row: from 17.1% of all foreign trade in 2017 to 18.7% in 2019.

| = Share of intra-regional trade in all foreign trade (%)
| Year | Exports | Imports | Total |
| 2017 | 17.4 | 16.8 | 17.1 |
| 2018 | 18.2 | 17.6 | 17.9 |
| 2019 | 19.0 | 18.4 | 18.7 |

Food products and building materials still lead what member countries trade with one another.
""",
            "corrections": ["The first version gave the share of exports in 2018 as 12.8%. The right figure is 18.2%."],
        },
    },
    {
        "slug": "census-postponed",
        "date": "2020-04-06T09:00:00+03:00",
        "topics": ["census"],
        "event": {
            "start": "2020-04-20T10:00:00+02:00",
            "end": "2020-04-21T16:00:00+02:00",
            "time_zone": "Africa/Cairo",
            "venue": {"ar": "مركز المؤتمرات", "en": "Conference Centre", "fr": "Centre de conférences"},
            "locality": {"ar": "القاهرة", "en": "Cairo", "fr": "Le Caire"},
            "country": {"ar": "مصر", "en": "Egypt", "fr": "Égypte"},
            "attendance": "in_person",
            "status": "postponed",
        },
        "ar": {
            "title": "تأجيل اجتماع مديري التعدادات إلى موعد يُعلن لاحقًا",
            "summary": "أُجّل الاجتماع الذي كان مقررًا في القاهرة يومي ٢٠ و٢١ أبريل ٢٠٢٠.",
            "body": """
تقرر تأجيل اجتماع مديري التعدادات الذي كان مقررًا في القاهرة يومي ٢٠ و٢١ أبريل ٢٠٢٠، وسيُعلن الموعد الجديد في هذه الصفحة.

وتبقى وثائق الاجتماع متاحة للمشاركين، ويُرجى من الوفود التي حجزت سفرها الاتصال بمكتب الإعلام على الرقم {+90 312 555 01 40}.
""",
        },
        "en": {
            "title": "Meeting of census directors postponed",
            "summary": "The meeting planned in Cairo for 20–21 April 2020 has been put off.",
            "body": """
The meeting of census directors planned in Cairo for 20–21 April 2020 has been postponed. The new date will be given on this page.

The documents of the meeting remain available to participants. Delegations that have already booked travel are asked to call the Media Office on +90 312 555 01 40.
""",
        },
    },
    {
        "slug": "open-data-portal",
        "date": "2020-02-18T12:00:00+03:00",
        "topics": ["data", "stat"],
        "image": "dunes-sand",
        "photos": ["dunes-sand", "sea-dusk"],
        "ar": {
            "title": "إطلاق بوابة البيانات المفتوحة: أكثر من ٣٠٠ سلسلة بصيغة CSV",
            "summary": "تتيح البوابة تنزيل السلاسل الإحصائية كاملةً، مع تعريف كل متغيّر ومصدره.",
            "body": """
فتح المركز بوابة بيانات تضم أكثر من ٣٠٠ سلسلة إحصائية، يمكن تنزيل كلٍّ منها بصيغة {CSV} أو {XLSX}، أو طلبها برمجيًا عبر واجهة {REST API}.

ولكل سلسلة صفحة تعرّف بالمتغيّر ومصدره وتاريخ آخر تحديث، وتبيّن الفواصل بين المنهجيات (مثل الانتقال من {SNA 1993} إلى {SNA 2008}).
""",
        },
        "en": {
            "title": "Open data portal goes live with more than 300 series in CSV",
            "summary": "Whole statistical series can be downloaded, with the definition and source of every variable.",
            "body": """
The Centre has opened a data portal with more than 300 statistical series. Each can be downloaded as CSV or XLSX, or asked for by a program through a REST API.

Every series has a page that defines the variable, names its source and the date of its last update, and marks breaks in method (such as the move from SNA 1993 to SNA 2008).
""",
        },
    },
]
