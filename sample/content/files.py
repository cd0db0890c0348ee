"""What stands in the attached files. Refuses layout: `newsroom/attachments.py` writes them."""

SHEETS = {
    "courses": {"ar": "الدورات"},
    "people": {"ar": "المشاركون"},
    "women": {"ar": "نصيب النساء (٪)"},
    "missions": {"ar": "البعثات"},
    "days": {"ar": "أيام الخبراء"},
    "partners": {"ar": "الشركاء"},
}

DOCUMENTS = {
    "documents/media-note-ar.docx": {
        "lang": "ar",
        "paragraphs": [
            ("h", "مذكرة إلى المحررين"),
            ("p", "يُعقد الاجتماع السنوي لمديري الأجهزة الإحصائية يومي ١٢ و١٣ مايو، ويبدأ التسجيل في الثامنة والنصف صباحًا."),
            ("p", "يُرجى من الصحفيين الراغبين في الحضور إرسال الاسم والمؤسسة ورقم الهاتف إلى press@example.org قبل ٥ مايو."),
            ("h", "التصوير"),
            ("p", "يُسمح بالتصوير في الجلسة الافتتاحية وفي المؤتمر الصحفي، ولا يُسمح به في جلسات العمل."),
        ],
    },
    "documents/media-note-en.docx": {
        "lang": "en",
        "paragraphs": [
            ("h", "Note to editors"),
            ("p", "The annual meeting of heads of statistical offices takes place on 12 and 13 May. Registration opens at half past eight."),
            ("p", "Journalists who wish to attend are asked to send name, organisation and telephone number to press@example.org by 5 May."),
            ("h", "Photography"),
            ("p", "Photographs may be taken at the opening session and at the press conference, but not in working sessions."),
        ],
    },
}

DECKS = {
    "documents/briefing-ar.pptx": {
        "lang": "ar",
        "slides": [
            ("منجزات التعاون", ["عرض موجز للصحفيين", "مركز الإحصاء والتنمية"]),
            ("ثلاثة أسئلة", ["كيف يُبنى التعاون؟", "ماذا تحقق في كل بلد؟", "كيف يُقاس الأثر؟"]),
            ("سبع توصيات", ["طلب في جملة واحدة", "مشاركان من كل قسم", "مادة بثلاث لغات معًا", "نشر ما لم ينجح"]),
        ],
    },
}

PRESS_KIT = ["media/logo.svg", "media/icon.png", "media/photos/lattice-green.jpg", "media/photos/arcade-dusk.jpg"]
PRESS_KIT_NOTE = (
    "الملف الصحفي لمركز الإحصاء والتنمية: الشعار وصورتان للنشر مع ذكر المصدر.\n"
    "Press kit of the Centre for Statistics and Development: the logo and two pictures, free to print with credit.\n"
    "Dossier de presse du Centre de statistique et de développement\u00a0: le logo et deux images, libres de reproduction avec mention de la source.\n"
)

CHIME = [(0, 392.0), (0.6, 493.88), (1.2, 587.33), (1.8, 783.99), (4.0, 293.66), (4.0, 440.0)]
CHIME_SECONDS = 8
CLIP_SECONDS = 8
CLIP_FPS = 8

CUES = {
    "ar": [(0.3, 2.6, "تبدأ الزخرفة من مربعات ومثمّنات."), (2.8, 5.2, "من منتصف كل ضلع يخرج خطّان بزاوية واحدة."), (5.4, 7.8, "وحين تتغير الزاوية تنفتح النجوم.")],
    "en": [(0.3, 2.6, "The pattern begins with squares and octagons."), (2.8, 5.2, "Two lines leave the middle of each side at one angle."), (5.4, 7.8, "As the angle changes, the stars open.")],
    "fr": [(0.3, 2.6, "Le motif part de carrés et d’octogones."), (2.8, 5.2, "Deux lignes quittent le milieu de chaque côté sous un même angle."), (5.4, 7.8, "Quand l’angle change, les étoiles s’ouvrent.")],
}
