"""Countries of the cooperation report, with their three names. Refuses figures: `newsroom/figures.py` draws them from a seed."""

COUNTRIES = [
    ("JO", "الأردن", "Jordan", "Jordanie"), ("AZ", "أذربيجان", "Azerbaijan", "Azerbaïdjan"), ("AL", "ألبانيا", "Albania", "Albanie"),
    ("AE", "الإمارات العربية المتحدة", "United Arab Emirates", "Émirats arabes unis"), ("ID", "إندونيسيا", "Indonesia", "Indonésie"),
    ("UZ", "أوزبكستان", "Uzbekistan", "Ouzbékistan"), ("UG", "أوغندا", "Uganda", "Ouganda"), ("PK", "باكستان", "Pakistan", "Pakistan"),
    ("BH", "البحرين", "Bahrain", "Bahreïn"), ("BR", "البرازيل", "Brazil", "Brésil"), ("BD", "بنغلاديش", "Bangladesh", "Bangladesh"),
    ("BJ", "بنن", "Benin", "Bénin"), ("BF", "بوركينا فاسو", "Burkina Faso", "Burkina Faso"), ("TJ", "طاجيكستان", "Tajikistan", "Tadjikistan"),
    ("TM", "تركمانستان", "Turkmenistan", "Turkménistan"), ("TD", "تشاد", "Chad", "Tchad"), ("TG", "توغو", "Togo", "Togo"),
    ("TN", "تونس", "Tunisia", "Tunisie"), ("DZ", "الجزائر", "Algeria", "Algérie"), ("KM", "جزر القمر", "Comoros", "Comores"),
    ("DJ", "جيبوتي", "Djibouti", "Djibouti"), ("SN", "السنغال", "Senegal", "Sénégal"), ("SD", "السودان", "Sudan", "Soudan"),
    ("SR", "سورينام", "Suriname", "Suriname"), ("SL", "سيراليون", "Sierra Leone", "Sierra Leone"), ("SO", "الصومال", "Somalia", "Somalie"),
    ("IQ", "العراق", "Iraq", "Iraq"), ("OM", "عُمان", "Oman", "Oman"), ("GA", "الغابون", "Gabon", "Gabon"),
    ("GM", "غامبيا", "Gambia", "Gambie"), ("GY", "غيانا", "Guyana", "Guyana"), ("GN", "غينيا", "Guinea", "Guinée"),
    ("GW", "غينيا بيساو", "Guinea-Bissau", "Guinée-Bissau"), ("VN", "فييت نام", "Viet Nam", "Viet Nam"), ("QA", "قطر", "Qatar", "Qatar"),
    ("KG", "قيرغيزستان", "Kyrgyzstan", "Kirghizistan"), ("KZ", "كازاخستان", "Kazakhstan", "Kazakhstan"), ("CM", "الكاميرون", "Cameroon", "Cameroun"),
    ("CI", "كوت ديفوار", "Côte d’Ivoire", "Côte d’Ivoire"), ("KW", "الكويت", "Kuwait", "Koweït"), ("KE", "كينيا", "Kenya", "Kenya"),
    ("LB", "لبنان", "Lebanon", "Liban"), ("MV", "ملديف", "Maldives", "Maldives"), ("ML", "مالي", "Mali", "Mali"),
    ("MY", "ماليزيا", "Malaysia", "Malaisie"), ("EG", "مصر", "Egypt", "Égypte"), ("MA", "المغرب", "Morocco", "Maroc"),
    ("SA", "المملكة العربية السعودية", "Saudi Arabia", "Arabie saoudite"), ("MR", "موريتانيا", "Mauritania", "Mauritanie"),
    ("MZ", "موزامبيق", "Mozambique", "Mozambique"), ("NE", "النيجر", "Niger", "Niger"), ("NG", "نيجيريا", "Nigeria", "Nigéria"),
    ("IN", "الهند", "India", "Inde"), ("ET", "إثيوبيا", "Ethiopia", "Éthiopie"), ("RW", "رواندا", "Rwanda", "Rwanda"),
    ("TR", "تركيا", "Türkiye", "Türkiye"),
]

FIELDS = ["الحسابات القومية", "إحصاءات السكان", "إحصاءات العمل", "إحصاءات الزراعة", "إحصاءات التجارة", "إحصاءات البيئة", "السجلات الإدارية"]
