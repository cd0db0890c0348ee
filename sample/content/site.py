"""`site.json` as data. Refuses anything that a feed says."""

from .terms import PUBLISHER

SITE = {
    "nashra": 1,
    "base_url": "https://news.example.org/",
    "default_language": "ar",
    "time_zone": "Europe/Istanbul",
    "month_names": "gregorian",
    "side_by_side": True,
    "publisher": {
        "name": PUBLISHER,
        "url": "https://example.org/",
        "logo": {"url": "media/logo.svg", "width": 48, "height": 48},
    },
    "title": {
        "ar": "المركز الإعلامي لمركز الإحصاء والتنمية",
        "en": "Newsroom of the Centre for Statistics and Development",
        "fr": "Espace presse du Centre de statistique et de développement",
    },
    "description": {
        "ar": "بيانات صحفية وتقارير وصور عن الإحصاءات الرسمية والتنمية وبناء القدرات.",
        "en": "Press releases, reports and photographs on official statistics, development and capacity building.",
        "fr": "Communiqués, rapports et photographies sur les statistiques officielles, le développement et le renforcement des capacités.",
    },
    "languages": [
        {
            "tag": "ar",
            "name": "العربية",
            "direction": "rtl",
            "feed": "feeds/ar.json",
            "numbering_system": "arab",
            "calendars": ["gregory", "islamic-umalqura"],
        },
        {"tag": "en", "name": "English", "direction": "ltr", "feed": "feeds/en.json"},
        {"tag": "fr", "name": "Français", "direction": "ltr", "feed": "feeds/fr.json"},
    ],
    "contacts": [
        {
            "name": {"ar": "مكتب الإعلام", "en": "Media Office", "fr": "Service de presse"},
            "role": {"ar": "استفسارات الصحفيين وطلبات المقابلات", "en": "Press enquiries and interviews", "fr": "Questions de presse et entretiens"},
            "email": "press@example.org",
            "telephone": "+90 312 555 01 40",
        },
        {
            "name": {"ar": "المكتب الإقليمي في تونس", "en": "Regional Office, Tunis", "fr": "Bureau régional de Tunis"},
            "email": "tunis@example.org",
            "telephone": "+216 71 555 014",
        },
    ],
    "about": {
        "ar": "مركز الإحصاء والتنمية مؤسسة إقليمية تجمع الإحصاءات الرسمية لبلدانها الأعضاء وتنشرها، وتُجري بحوثًا في التنمية، وتنظّم برامج تدريبية يتبادل فيها الخبراء ما تعلّموه.",
        "en": "The Centre for Statistics and Development is a regional institution. It gathers and publishes the official statistics of its member countries, studies development, and runs training programmes in which experts pass on what they have learnt.",
        "fr": "Le Centre de statistique et de développement est une institution régionale. Il réunit et publie les statistiques officielles de ses pays membres, mène des recherches sur le développement et organise des formations où les experts transmettent ce qu’ils ont appris.",
    },
    "press_kit": {
        "ar": "https://example.org/ar/press-kit",
        "en": "https://example.org/en/press-kit",
        "fr": "https://example.org/fr/dossier-de-presse",
    },
    "legal_links": [
        {
            "title": {"ar": "شروط الاستخدام", "en": "Terms of use", "fr": "Conditions d’utilisation"},
            "url": {"ar": "https://example.org/ar/terms", "en": "https://example.org/en/terms", "fr": "https://example.org/fr/conditions"},
        },
        {
            "title": {"ar": "سياسة الخصوصية", "en": "Privacy policy", "fr": "Politique de confidentialité"},
            "url": {"ar": "https://example.org/ar/privacy", "en": "https://example.org/en/privacy", "fr": "https://example.org/fr/confidentialite"},
        },
        {
            "title": {"ar": "بيان إمكانية الوصول", "en": "Accessibility statement", "fr": "Déclaration d’accessibilité"},
            "url": {"ar": "https://example.org/ar/accessibility", "en": "https://example.org/en/accessibility", "fr": "https://example.org/fr/accessibilite"},
        },
    ],
}
