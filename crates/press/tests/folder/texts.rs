//! What an editor has: ten releases in three languages, photos with captions, and two reports as PDFs.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fixture::Folder;

/// A release: the day and name of its files, and title and text in Arabic, English and French.
pub(crate) struct Release {
    pub(crate) stem: &'static str,
    pub(crate) texts: [(&'static str, &'static str, &'static str); 3],
}

pub(crate) const RELEASES: [Release; 10] = [
    Release {
        stem: "2020-01-12-water-survey",
        texts: [
            (
                "ar",
                "مسح جديد لمصادر المياه",
                "زار الباحثون مئتي قرية وسألوا أهلها من أين يأتون بالماء.",
            ),
            (
                "en",
                "A new survey of water sources",
                "Researchers visited two hundred villages and asked people where their water comes from.",
            ),
            (
                "fr",
                "Une nouvelle enquête sur les sources d’eau",
                "Les chercheurs ont visité deux cents villages et demandé aux habitants d’où vient leur eau.",
            ),
        ],
    },
    Release {
        stem: "2020-02-03-school-meals",
        texts: [
            (
                "ar",
                "وجبات مدرسية لكل طفل",
                "تقدم البلديات الثلاث وجبة ساخنة كل يوم دراسي ابتداء من الخريف.",
            ),
            (
                "en",
                "School meals for every child",
                "From autumn on, the three municipalities serve a hot meal on each school day.",
            ),
            (
                "fr",
                "Des repas scolaires pour chaque enfant",
                "Dès l’automne, les trois communes serviront un repas chaud chaque jour d’école.",
            ),
        ],
    },
    Release {
        stem: "2020-02-20-census-training",
        texts: [
            (
                "ar",
                "تدريب العدادين قبل التعداد",
                "تعلم أربعمئة عداد كيف يقرؤون الخريطة وكيف يحفظون سرية الإجابات.",
            ),
            (
                "en",
                "Training before the census",
                "Four hundred enumerators learned to read the map and to keep answers confidential.",
            ),
            (
                "fr",
                "Une formation avant le recensement",
                "Quatre cents agents ont appris à lire la carte et à garder les réponses confidentielles.",
            ),
        ],
    },
    Release {
        stem: "2020-03-08-women-in-statistics",
        texts: [
            (
                "ar",
                "نساء يقدن الإحصاء",
                "تدير النساء اليوم نصف مكاتب الإحصاء في المنطقة.",
            ),
            (
                "en",
                "Women who lead statistics",
                "Women now run half of the statistical offices in the region.",
            ),
            (
                "fr",
                "Des femmes à la tête de la statistique",
                "Les femmes dirigent aujourd’hui la moitié des bureaux statistiques de la région.",
            ),
        ],
    },
    Release {
        stem: "2020-03-22-rivers-agreement",
        texts: [
            (
                "ar",
                "اتفاق على قياس الأنهار",
                "اتفقت أربع دول على نشر مناسيب أنهارها المشتركة كل صباح.",
            ),
            (
                "en",
                "An agreement on measuring rivers",
                "Four countries agreed to publish the levels of their shared rivers every morning.",
            ),
            (
                "fr",
                "Un accord sur la mesure des fleuves",
                "Quatre pays sont convenus de publier chaque matin le niveau de leurs fleuves communs.",
            ),
        ],
    },
    Release {
        stem: "2020-04-07-health-atlas",
        texts: [
            (
                "ar",
                "أطلس للصحة بثلاث لغات",
                "يبين الأطلس المسافة إلى أقرب عيادة في كل مقاطعة.",
            ),
            (
                "en",
                "A health atlas in three languages",
                "The atlas shows how far the nearest clinic is in every district.",
            ),
            (
                "fr",
                "Un atlas de la santé en trois langues",
                "L’atlas montre à quelle distance se trouve la clinique la plus proche dans chaque district.",
            ),
        ],
    },
    Release {
        stem: "2020-05-18-harbour-figures",
        texts: [
            (
                "ar",
                "أرقام الموانئ في الربع الأول",
                "مرت عبر الموانئ الستة بضائع أكثر من أي ربع سابق.",
            ),
            (
                "en",
                "Harbour figures of the first quarter",
                "More goods passed through the six harbours than in any quarter before.",
            ),
            (
                "fr",
                "Les chiffres des ports au premier trimestre",
                "Plus de marchandises sont passées par les six ports qu’à aucun trimestre précédent.",
            ),
        ],
    },
    Release {
        stem: "2020-06-30-young-farmers",
        texts: [
            (
                "ar",
                "مزارعون شباب يعودون إلى القرى",
                "يعود الشباب إلى الزراعة حيث تتوفر القروض الصغيرة.",
            ),
            (
                "en",
                "Young farmers return to the villages",
                "Young people go back to farming where small loans are to be had.",
            ),
            (
                "fr",
                "De jeunes agriculteurs reviennent au village",
                "Les jeunes reviennent à l’agriculture là où de petits prêts sont disponibles.",
            ),
        ],
    },
    Release {
        stem: "2020-09-15-joint-report",
        texts: [
            (
                "ar",
                "تقرير مشترك عن التعاون",
                "يجمع التقرير تجارب عشرين مؤسسة عملت معا خلال خمس سنوات.",
            ),
            (
                "en",
                "A joint report on cooperation",
                "The report brings together what twenty institutions learned from five years of common work.",
            ),
            (
                "fr",
                "Un rapport commun sur la coopération",
                "Le rapport réunit ce que vingt institutions ont appris de cinq ans de travail commun.",
            ),
        ],
    },
    Release {
        stem: "2020-10-01-open-data-day",
        texts: [
            (
                "ar",
                "يوم للبيانات المفتوحة",
                "يفتح المركز أبوابه ويعرض كيف تقرأ الجداول وكيف يعاد نشرها.",
            ),
            (
                "en",
                "A day for open data",
                "The centre opens its doors and shows how tables are read and published again.",
            ),
            (
                "fr",
                "Une journée des données ouvertes",
                "Le centre ouvre ses portes et montre comment lire les tableaux et les republier.",
            ),
        ],
    },
];

/// An editor's folder.
pub(crate) struct Desk(pub(crate) Folder);

impl Desk {
    /// An empty one.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Folder::new(name);
        fs::create_dir_all(folder.path("desk")).expect("a desk");
        Self(folder)
    }

    /// With all releases.
    pub(crate) fn full(name: &str) -> Self {
        let desk = Self::new(name);
        desk.write(
            "newsroom.yaml",
            "name:\n  ar: مركز الإحصاء والتدريب\n  en: Centre for Statistics and Training\n  fr: Centre de statistique et de formation\n\
             base_url: https://news.example.org/\ntime_zone: Europe/Istanbul\nlanguages: [ar, en, fr]\n",
        );
        for release in &RELEASES {
            for (tag, title, text) in release.texts {
                let front = if release.stem.ends_with("joint-report") {
                    "tags: [Cooperation]\nevent:\n  start: 2020-09-15 16:00\n  end: 2020-09-15 17:30\n  venue: Main hall\n"
                } else {
                    ""
                };
                desk.write(
                    &format!("{}.{tag}.md", release.stem),
                    &format!("---\ntitle: {title}\n{front}---\n{text}\n"),
                );
            }
        }
        desk.photo("2020-09-15-joint-report-hall.jpg", [40, 90, 120]);
        desk.photo("2020-09-15-joint-report-table.jpg", [120, 90, 40]);
        desk.photo("2020-03-22-rivers-agreement.jpg", [30, 120, 160]);
        desk.write(
            "captions.txt",
            "2020-09-15-joint-report-hall.jpg\nar: القاعة قبل افتتاح اللقاء\nen: The hall before the meeting\nfr: La salle avant la réunion\n\
             alt en: Rows of empty chairs\ncredit: Noor Haddad\n",
        );
        desk.pdf("2020-09-15-joint-report.ar.pdf", "Arabic edition");
        desk.pdf("2020-09-15-joint-report.en.pdf", "English edition");
        desk
    }

    /// The folder.
    pub(crate) fn path(&self) -> PathBuf {
        self.0.path("desk")
    }

    /// A text file in it.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a text");
    }

    /// A photo of one colour that gets lighter downwards.
    pub(crate) fn photo(&self, name: &str, [r, g, b]: [u8; 3]) {
        let photo = image::RgbImage::from_fn(320, 200, |_, y| {
            image::Rgb([r, g, b].map(|channel| channel.saturating_add((y / 4) as u8)))
        });
        photo.save(self.path().join(name)).expect("a photo");
    }

    /// A report of one page.
    pub(crate) fn pdf(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), pdf(text)).expect("a report");
    }
}

/// A PDF of one page with a line of text.
fn pdf(text: &str) -> Vec<u8> {
    let stream = format!("BT /F1 24 Tf 72 700 Td ({text}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut out = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let table = out.len();
    out.push_str("xref\n0 6\n0000000000 65535 f \n");
    for place in places {
        out.push_str(&format!("{place:010} 00000 n \n"));
    }
    out.push_str(&format!(
        "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    ));
    out.into_bytes()
}

/// Whether a file below `folder` is named so.
pub(crate) fn has_file(folder: &Path, name: &str) -> bool {
    let files = crate::fixture::files_below(folder);
    files
        .iter()
        .any(|path| path.to_string_lossy().contains(name))
}
