"""Topics, offices, kinds: official terms in three languages. Refuses synonyms."""

TOPICS = {
    "ssc": {"ar": "التعاون فيما بين بلدان الجنوب", "en": "South-South cooperation", "fr": "Coopération Sud-Sud"},
    "stat": {"ar": "الإحصاءات الرسمية", "en": "Official statistics", "fr": "Statistiques officielles"},
    "train": {"ar": "التدريب وبناء القدرات", "en": "Training and capacity building", "fr": "Formation et renforcement des capacités"},
    "trade": {"ar": "التجارة البينية", "en": "Intra-regional trade", "fr": "Commerce intrarégional"},
    "food": {"ar": "الأمن الغذائي", "en": "Food security", "fr": "Sécurité alimentaire"},
    "youth": {"ar": "الشباب والعمل", "en": "Youth and employment", "fr": "Jeunesse et emploi"},
    "sdg": {"ar": "أهداف التنمية المستدامة", "en": "Sustainable Development Goals", "fr": "Objectifs de développement durable"},
    "census": {"ar": "التعدادات والمسوح", "en": "Censuses and surveys", "fr": "Recensements et enquêtes"},
    "climate": {"ar": "المناخ والمياه", "en": "Climate and water", "fr": "Climat et eau"},
    "data": {"ar": "البيانات المفتوحة", "en": "Open data", "fr": "Données ouvertes"},
}

OFFICES = {
    "hq": {"ar": "المقر الرئيسي", "en": "Headquarters", "fr": "Siège"},
    "tunis": {"ar": "المكتب الإقليمي في تونس", "en": "Regional Office, Tunis", "fr": "Bureau régional de Tunis"},
}

LANGUAGES = {"ar": "العربية", "en": "English", "fr": "Français"}

PUBLISHER = {
    "ar": "مركز الإحصاء والتنمية",
    "en": "Centre for Statistics and Development",
    "fr": "Centre de statistique et de développement",
}
