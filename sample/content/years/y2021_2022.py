"""Releases of 2021 and 2022, among them the withdrawn one. Refuses to hide why it was withdrawn."""

ITEMS = [
    {
        "slug": "phone-surveys",
        "date": "2021-02-09T10:00:00+03:00",
        "topics": ["census", "stat"],
        "image": "bars-indigo",
        "ar": {
            "title": "ما الذي تعلّمته المؤسسات الإحصائية من إجراء المسوح بالهاتف بدلًا من المقابلة الشخصية في سنة واحدة، وما الذي سيبقى منها بعد أن يعود الباحثون إلى الميدان؟",
            "summary": "دراسة قصيرة تقارن بين ١٤ مسحًا أُجريت بالطريقتين، وتوصي بالجمع بينهما.",
            "body": """
قارنت دراسة أعدّها المركز بين ١٤ مسحًا أُجريت بالهاتف في ٢٠٢٠ وبين دوراتها السابقة التي أُجريت بالمقابلة الشخصية. وخلاصتها أن الهاتف أسرع وأرخص، وأنه يغفل من لا هاتف له.

## ثلاث نتائج

1. انخفضت تكلفة المقابلة الواحدة بنحو ٦٠٪، وقصرت مدتها من ٤٧ دقيقة إلى ١٩ دقيقة.
2. تراجعت نسبة الاستجابة من ٨٤٪ إلى ٦٦٪، وكان التراجع أشد في الأرياف.
3. لم تتأثر الأسئلة القصيرة، وتأثرت أسئلة الدخل والإنفاق كثيرًا.

> من لا يرنّ هاتفه لا يظهر في الجدول.

وتوصي الدراسة بأن تُجرى المقابلة الأولى وجهًا لوجه، ثم تتابَع الأسرة المعيشية بالهاتف.
""",
        },
        "en": {
            "title": "What statistical offices learnt from a year of telephone surveys in place of face-to-face interviews, and what of it will stay when interviewers return to the field",
            "summary": "A short study compares 14 surveys done both ways, and recommends using the two together.",
            "body": """
A study by the Centre compares 14 surveys held by telephone in 2020 with their earlier rounds, held face to face. In short: the telephone is quicker and cheaper, and it misses those who have none.

## Three findings

1. The cost of an interview fell by about 60%, and its length from 47 to 19 minutes.
2. The response rate dropped from 84% to 66%, and more steeply in the countryside.
3. Short questions were not affected; questions on income and spending were, and greatly.

> A person whose telephone does not ring does not appear in the table.

The study recommends a first interview face to face, and then to follow the household by telephone.
""",
        },
        "fr": {
            "title": "Ce que les instituts statistiques ont appris d'une année d'enquêtes par téléphone, et ce qui en restera quand les enquêteurs seront de retour sur le terrain",
            "summary": "Une courte étude compare 14 enquêtes menées des deux façons et recommande de les combiner.",
            "body": """
Une étude du Centre compare 14 enquêtes menées par téléphone en 2020 à leurs éditions précédentes, réalisées en face à face. En bref : le téléphone est plus rapide et moins cher, et il oublie ceux qui n'en ont pas.

## Trois résultats

1. Le coût d'un entretien a baissé d'environ 60 %, et sa durée de 47 à 19 minutes.
2. Le taux de réponse est passé de 84 % à 66 %, avec une chute plus forte à la campagne.
3. Les questions courtes n'ont pas été touchées ; celles sur le revenu et la dépense l'ont été beaucoup.

> Celui dont le téléphone ne sonne pas n'apparaît pas dans le tableau.

L'étude recommande un premier entretien en face à face, puis un suivi du ménage par téléphone.
""",
        },
    },
    {
        "slug": "census-resumed",
        "date": "2021-05-24T09:30:00+02:00",
        "topics": ["census"],
        "related": ["census-postponed"],
        "event": {
            "start": "2021-06-14T10:00:00+02:00",
            "end": "2021-06-15T16:00:00+02:00",
            "time_zone": "Africa/Cairo",
            "venue": {"ar": "مركز المؤتمرات", "en": "Conference Centre"},
            "locality": {"ar": "القاهرة", "en": "Cairo"},
            "country": {"ar": "مصر", "en": "Egypt"},
            "attendance": "mixed",
            "status": "scheduled",
            "join_url": "https://example.org/meet/census-2021",
            "recording_url": "https://example.org/watch/census-2021",
        },
        "ar": {
            "title": "اجتماع مديري التعدادات يُعقد يومي ١٤ و١٥ يونيو حضوريًا وعن بُعد",
            "summary": "الموعد الجديد للاجتماع الذي أُجّل في أبريل ٢٠٢٠.",
            "body": """
يُعقد اجتماع مديري التعدادات في القاهرة يومي ١٤ و١٥ يونيو ٢٠٢١، حضوريًا وعن بُعد، بعد أن أُجّل في أبريل ٢٠٢٠. ويمكن الانضمام إلى الجلسات العلنية بلا تسجيل.

ويبحث الاجتماع ثلاثة موضوعات: التعداد بالأجهزة اللوحية، والتعداد من السجلات، والعدّ البعدي.
""",
        },
        "en": {
            "title": "Meeting of census directors to be held on 14–15 June, in person and online",
            "summary": "The new date of the meeting that was postponed in April 2020.",
            "body": """
The meeting of census directors will be held in Cairo on 14–15 June 2021, in person and online, after having been postponed in April 2020. Public sessions can be joined without registration.

The meeting has three subjects: enumeration with tablets, censuses from registers, and the post-enumeration survey.
""",
        },
    },
    {
        "slug": "food-security-figures",
        "date": "2021-10-16T08:00:00+01:00",
        "topics": ["food"],
        "office": "tunis",
        "image": "fields-olive",
        "photos": ["fields-olive", "fields-clay", "fields-sand"],
        "related": ["food-security-2021"],
        "ar": {
            "title": "الأمن الغذائي في أرقام: أسرة معيشية من كل ست تخطّت وجبة في الشهر الماضي",
            "summary": "صدر بالفرنسية كتاب الأرقام الرئيسة في الإنتاج والأسعار وتغذية الأسر.",
            "body": """
أصدر المكتب الإقليمي في تونس، بمناسبة يوم الأغذية العالمي، كتاب «La sécurité alimentaire en chiffres» (الأمن الغذائي في أرقام)، وفيه ثلاثون مؤشرًا عن الإنتاج والأسعار وتغذية الأسر.

وتنفق الأسر المعيشية ٤٣٪ من ميزانيتها على الغذاء، وتصل النسبة إلى ٦١٪ في الخُمس الأقل دخلًا. وزاد نصيب الفرد من الحبوب ٩٪ في سبع سنوات، مع تفاوت كبير من سنة إلى أخرى.

والكتاب متاح بالفرنسية، وتصدر خلاصته العربية لاحقًا.
""",
        },
        "en": {
            "title": "Food security in figures: one household in six skipped a meal last month",
            "summary": "The key figures on production, prices and the diet of households are out, in French.",
            "body": """
On World Food Day the Regional Office in Tunis has published _La sécurité alimentaire en chiffres_, a book of thirty indicators on production, prices and the diet of households.

Households spend 43% of their budget on food, and as much as 61% in the poorest fifth. The production of cereals per person grew by 9% in seven years, with wide swings from one year to the next.

The book is available in French.
""",
        },
        "fr": {
            "title": "La sécurité alimentaire en chiffres : un ménage sur six a sauté un repas le mois dernier",
            "summary": "Trente indicateurs sur la production, les prix et l'alimentation des ménages.",
            "body": """
À l'occasion de la Journée mondiale de l'alimentation, le Bureau régional de Tunis publie « La sécurité alimentaire en chiffres », un recueil de trente indicateurs sur la production, les prix et l'alimentation des ménages.

Les ménages consacrent 43 % de leur budget à l'alimentation, et jusqu'à 61 % dans le cinquième le plus modeste. La production de céréales par habitant a augmenté de 9 % en sept ans, avec de fortes variations d'une année à l'autre.

Le recueil se lit en ligne ou se télécharge ; les tableaux sont disponibles sur demande à l'adresse [tunis@example.org](mailto:tunis@example.org).
""",
        },
    },
    {
        "slug": "unemployment-flash",
        "date": "2022-04-14T10:00:00+03:00",
        "modified": "2022-04-19T16:00:00+03:00",
        "topics": ["youth", "stat"],
        "withdrawn": "2022-04-19",
        "ar": {
            "title": "تقدير أولي: انخفاض البطالة إلى ٩٫١٪",
            "summary": "تقدير أولي للفصل الأول من ٢٠٢٢.",
            "body": """
أظهر تقدير أولي أن معدل البطالة بلغ ٩٫١٪ في الفصل الأول من ٢٠٢٢.
""",
            "withdrawn": "سُحب هذا البيان لأن التقدير بُني على عيّنة ناقصة، إذ لم تصل استمارات ثلاث مناطق من أصل تسع. ويُنشر التقدير الصحيح مع السلسلة الفصلية.",
        },
        "en": {
            "title": "Flash estimate: unemployment falls to 9.1%",
            "summary": "A flash estimate for the first quarter of 2022.",
            "body": """
According to a flash estimate the unemployment rate stood at 9.1% in the first quarter of 2022.
""",
            "withdrawn": "This release was withdrawn because the estimate rested on an incomplete sample: the forms of three regions out of nine had not arrived. The right estimate is published with the quarterly series.",
        },
        "fr": {
            "title": "Estimation rapide : le chômage recule à 9,1 %",
            "summary": "Estimation rapide pour le premier trimestre 2022.",
            "body": """
Selon une estimation rapide, le taux de chômage s'est établi à 9,1 % au premier trimestre 2022.
""",
            "withdrawn": "Ce communiqué a été retiré parce que l'estimation reposait sur un échantillon incomplet : les questionnaires de trois régions sur neuf n'étaient pas arrivés. L'estimation exacte est publiée avec la série trimestrielle.",
        },
    },
    {
        "slug": "heads-meeting-2022",
        "date": "2022-04-28T12:00:00+03:00",
        "topics": ["stat", "ssc"],
        "image": "arcade-dawn",
        "event": {
            "start": "2022-05-12T09:00:00+03:00",
            "end": "2022-05-13T17:00:00+03:00",
            "time_zone": "Asia/Amman",
            "venue": {"ar": "قصر الثقافة", "en": "Palace of Culture", "fr": "Palais de la culture"},
            "locality": {"ar": "عمّان", "en": "Amman", "fr": "Amman"},
            "country": {"ar": "الأردن", "en": "Jordan", "fr": "Jordanie"},
            "attendance": "in_person",
            "status": "scheduled",
        },
        "attachments": [
            {"file": "documents/media-note-ar.docx", "title": "مذكرة إلى المحررين (بالعربية)", "lang": "ar", "only": ["ar"]},
            {"file": "documents/media-note-en.docx", "title": "Note to editors (in English)", "lang": "en"},
            {"file": "documents/briefing-ar.pptx", "title": "عرض موجز للصحفيين (بالعربية)", "lang": "ar", "only": ["ar", "en"]},
            {"file": "kits/press-kit.zip", "title": {"ar": "الملف الصحفي", "en": "Press kit", "fr": "Dossier de presse"}},
        ],
        "ar": {
            "title": "الاجتماع السنوي لمديري الأجهزة الإحصائية في عمّان",
            "summary": "وفود من ٣٨ بلدًا، وجلسة علنية عن السجلات الإدارية.",
            "body": """
يُعقد الاجتماع السنوي لمديري الأجهزة الإحصائية في عمّان يومي ١٢ و١٣ مايو ٢٠٢٢، بمشاركة وفود من ٣٨ بلدًا. ويبدأ التسجيل في الثامنة والنصف صباحًا.

<h2>البرنامج</h2><dl><dt>الخميس، ٩:٠٠–١٠:٣٠</dt><dd>الجلسة الافتتاحية (مفتوحة للصحافة)</dd><dt>الخميس، ١١:٠٠–١٣:٠٠</dt><dd>السجلات الإدارية: ثلاث تجارب</dd><dt>الجمعة، ٩:٠٠–١٢:٠٠</dt><dd>جلسات العمل (مغلقة)</dd><dt>الجمعة، ١٦:٠٠</dt><dd>المؤتمر الصحفي</dd></dl>

وتجدون في المرفقات مذكرة إلى المحررين والعرض الموجز والملف الصحفي.
""",
        },
        "en": {
            "title": "Annual meeting of heads of statistical offices in Amman",
            "summary": "Delegations from 38 countries, and a public session on administrative registers.",
            "body": """
The annual meeting of heads of statistical offices takes place in Amman on 12 and 13 May 2022, with delegations from 38 countries. Registration opens at half past eight.

<h2>Programme</h2><dl><dt>Thursday, 9.00–10.30</dt><dd>Opening session (open to the press)</dd><dt>Thursday, 11.00–13.00</dt><dd>Administrative registers: three experiences</dd><dt>Friday, 9.00–12.00</dt><dd>Working sessions (closed)</dd><dt>Friday, 16.00</dt><dd>Press conference</dd></dl>

A note to editors, the briefing and the press kit are attached.
""",
        },
        "fr": {
            "title": "Réunion annuelle des responsables d'instituts statistiques à Amman",
            "summary": "Des délégations de 38 pays et une séance publique sur les registres administratifs.",
            "body": """
La réunion annuelle des responsables d'instituts statistiques se tient à Amman les 12 et 13 mai 2022, en présence de délégations de 38 pays. Les inscriptions ouvrent à 8 h 30.

<h2>Programme</h2><dl><dt>Jeudi, 9 h 00 - 10 h 30</dt><dd>Séance d'ouverture (ouverte à la presse)</dd><dt>Jeudi, 11 h 00 - 13 h 00</dt><dd>Registres administratifs : trois expériences</dd><dt>Vendredi, 9 h 00 - 12 h 00</dt><dd>Séances de travail (à huis clos)</dd><dt>Vendredi, 16 h 00</dt><dd>Conférence de presse</dd></dl>

Une note aux rédactions (en anglais) et le dossier de presse sont joints.
""",
        },
    },
    {
        "slug": "reader-guide-schools",
        "date": "2022-10-20T09:00:00+03:00",
        "topics": ["train", "stat"],
        "image": "lattice-plum",
        "related": ["reader-guide"],
        "attachments": [{"file": "audio/chime.mp3", "title": {"ar": "لحن البرنامج الإذاعي المرافق", "en": "Signature tune of the radio programme"}, "seconds": 8}],
        "ar": {
            "title": "«دليل القارئ إلى لغة الأرقام» يصل إلى المدارس بتعريفات مضبوطة بالشكل",
            "summary": "اثنا عشر مفهومًا، لكل منها تعريف يصلح للحفظ، وشرح، ومثال.",
            "body": """
مع بداية العام الدراسي، أصدر المركز «دليل القارئ إلى لغة الأرقام»، وهو كتيّب موجّه إلى المدارس يشرح اثني عشر مفهومًا. وقد ضُبطت تعريفاته بالشكل التام، مثل:

> المُتَوَسِّطُ الحِسَابِيُّ: حَاصِلُ قِسْمَةِ مَجْمُوعِ القِيَمِ عَلَى عَدَدِهَا.

ويرافق الكتيّب برنامج إذاعي قصير، في كل حلقة منه مفهوم واحد في خمس دقائق. ولحن البرنامج متاح في المرفقات.
""",
        },
        "en": {
            "title": "A reader’s guide to the language of figures reaches schools",
            "summary": "Twelve concepts in fully vowelled Arabic, each with a definition, an explanation and an example.",
            "body": """
At the start of the school year the Centre has published a reader's guide to the language of figures, a booklet for schools that explains twelve concepts. Its definitions are in fully vowelled Arabic, such as that of the mean:

<blockquote lang="ar" dir="rtl"><p>المُتَوَسِّطُ الحِسَابِيُّ: حَاصِلُ قِسْمَةِ مَجْمُوعِ القِيَمِ عَلَى عَدَدِهَا.</p></blockquote>

A short radio programme goes with the booklet, one concept in five minutes each week. Its signature tune is attached.
""",
        },
    },
]
