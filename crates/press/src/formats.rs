//! [`Formats`] by ICU4X: dates, numbers, plurals, lists and order as CLDR has them, compiled in.
//!
//! It formats and never parses. Zones come from the system's database, or the one compiled in where there is none.

use std::cmp::Ordering;

use icu::calendar::{Date, Gregorian};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::fieldsets::{self, zone::LocalizedOffsetShort};
use icu::datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale;
use icu::plurals::PluralRules;
use icu::time::Time;
use icu::time::zone::UtcOffset;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use nashra_l10n::{
    CivilDate, DateInput, DateStyle, Formats, LanguageTag, Messages, MonthNames, NumberingSystem,
    PluralCategory,
};

/// The formats of one language with its digits.
pub struct IcuFormats {
    plurals: PluralRules,
    decimal: DecimalFormatter,
    collator: CollatorBorrowed<'static>,
    list: ListFormatter,
    long: DateTimeFormatter<fieldsets::YMD>,
    full: DateTimeFormatter<fieldsets::YMDE>,
    month_year: DateTimeFormatter<fieldsets::YM>,
    month: DateTimeFormatter<fieldsets::M>,
    hijri: DateTimeFormatter<fieldsets::YMD>,
    time: NoCalendarFormatter<fieldsets::T>,
    zone: NoCalendarFormatter<LocalizedOffsetShort>,
    digits: NumberingSystem,
    month_names: Vec<String>,
}

impl IcuFormats {
    /// Formats for `tag` with `digits`; `month_names` are those that `site.json` asks for. `None` where ICU4X cannot
    /// read the tag.
    pub fn new(
        tag: &LanguageTag,
        digits: NumberingSystem,
        month_names: MonthNames,
        messages: &Messages,
    ) -> Option<Self> {
        let locale =
            |keywords: &str| Locale::try_from_str(&[tag.as_str(), "-u", keywords].concat()).ok();
        let nu = ["-nu-", digits.as_str()].concat();
        let plain = locale(&nu)?;
        let gregorian = locale(&["-ca-gregory", &nu].concat())?;
        let hijri = locale(&["-ca-islamic-umalqura", &nu].concat())?;
        let clock = locale(&["-hc-h23", &nu].concat())?;
        Some(Self {
            plurals: PluralRules::try_new_cardinal((&plain).into()).ok()?,
            decimal: DecimalFormatter::try_new((&plain).into(), Default::default()).ok()?,
            collator: Collator::try_new((&plain).into(), CollatorOptions::default()).ok()?,
            list: ListFormatter::try_new_and((&plain).into(), ListFormatterOptions::default())
                .ok()?,
            long: DateTimeFormatter::try_new((&gregorian).into(), fieldsets::YMD::long()).ok()?,
            full: DateTimeFormatter::try_new((&gregorian).into(), fieldsets::YMDE::long()).ok()?,
            month_year: DateTimeFormatter::try_new((&gregorian).into(), fieldsets::YM::long())
                .ok()?,
            month: DateTimeFormatter::try_new((&gregorian).into(), fieldsets::M::long()).ok()?,
            hijri: DateTimeFormatter::try_new((&hijri).into(), fieldsets::YMD::long()).ok()?,
            time: NoCalendarFormatter::try_new((&clock).into(), fieldsets::T::hm()).ok()?,
            zone: NoCalendarFormatter::try_new((&plain).into(), LocalizedOffsetShort).ok()?,
            digits,
            month_names: (1..=12)
                .map_while(|month| month_names.pick(month, messages))
                .collect(),
        })
    }

    /// `text` with the month called as the newsroom calls it.
    fn rename_month(&self, text: String, date: Date<Gregorian>, month: u8) -> String {
        match self.month_names.get(usize::from(month) - 1) {
            Some(name) => text.replace(&self.month.format(&date).to_string(), name),
            None => text,
        }
    }
}

impl Formats for IcuFormats {
    fn plural(&self, n: u64) -> PluralCategory {
        use icu::plurals::PluralCategory as Icu;
        match self.plurals.category_for(n) {
            Icu::Zero => PluralCategory::Zero,
            Icu::One => PluralCategory::One,
            Icu::Two => PluralCategory::Two,
            Icu::Few => PluralCategory::Few,
            Icu::Many => PluralCategory::Many,
            Icu::Other => PluralCategory::Other,
        }
    }

    fn integer(&self, n: u64) -> String {
        self.decimal.format_to_string(&Decimal::from(n))
    }

    fn decimal(&self, value: f64, max_fraction_digits: u8) -> String {
        // Through the shortest decimal text: no dust of binary fractions.
        let text = format!("{value:.*}", usize::from(max_fraction_digits));
        match text.parse::<Decimal>() {
            Ok(mut decimal) => {
                decimal.trim_end();
                self.decimal.format_to_string(&decimal)
            }
            Err(_) => text,
        }
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b)
    }

    fn list(&self, items: &[String]) -> String {
        self.list.format_to_string(items.iter())
    }

    fn date(&self, input: DateInput<'_>, style: DateStyle) -> Option<String> {
        let (day, clock) = match input {
            DateInput::Day(day) => (day, None),
            DateInput::Instant { unix_ms, zone } => {
                let (day, clock) = local(unix_ms, zone)?;
                (day, Some(clock))
            }
        };
        let date = Date::try_new_gregorian(day.year(), day.month(), day.day()).ok()?;
        let month = day.month();
        Some(match style {
            DateStyle::Long => self.rename_month(self.long.format(&date).to_string(), date, month),
            DateStyle::Full => self.rename_month(self.full.format(&date).to_string(), date, month),
            DateStyle::MonthYear => {
                self.rename_month(self.month_year.format(&date).to_string(), date, month)
            }
            DateStyle::Year => self.digits.digits(&day.year().to_string()),
            DateStyle::Hijri => self.hijri.format(&date).to_string(),
            DateStyle::Time => self.time.format(&clock?.time).to_string(),
            DateStyle::ZoneName => self.zone.format(&clock?.offset).to_string(),
        })
    }
}

/// What a clock in a zone shows.
struct Clock {
    time: Time,
    offset: UtcOffset,
}

fn local(unix_ms: i64, zone: &str) -> Option<(CivilDate, Clock)> {
    let zone = TimeZone::get(zone).ok()?;
    let moment = Timestamp::from_millisecond(unix_ms).ok()?.to_zoned(zone);
    let day = CivilDate::new(
        i32::from(moment.year()),
        u8::try_from(moment.month()).ok()?,
        u8::try_from(moment.day()).ok()?,
    )?;
    let time = Time::try_new(
        u8::try_from(moment.hour()).ok()?,
        u8::try_from(moment.minute()).ok()?,
        u8::try_from(moment.second()).ok()?,
        0,
    );
    let clock = Clock {
        time: time.ok()?,
        offset: UtcOffset::try_from_seconds(moment.offset().seconds()).ok()?,
    };
    Some((day, clock))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 15 September 2020, 16:00 in Istanbul.
    const LAUNCH: DateInput<'static> = DateInput::Instant {
        unix_ms: 1_600_174_800_000,
        zone: "Europe/Istanbul",
    };

    fn formats(tag: &str, digits: NumberingSystem, month_names: MonthNames) -> IcuFormats {
        let locale = nashra_feed::parse_json(include_bytes!("../../../locales/ar.json"));
        let locale = locale.unwrap_or_else(|error| panic!("{error}"));
        let messages = nashra_app::state::locale::read_messages(&&locale);
        let messages = if tag == "ar" {
            messages
        } else {
            Messages::default()
        };
        let tag = LanguageTag::parse(tag).unwrap_or_else(|| panic!("{tag}"));
        IcuFormats::new(&tag, digits, month_names, &messages)
            .unwrap_or_else(|| panic!("no formats"))
    }

    #[test]
    fn writes_dates_as_each_language_does() {
        let arabic = formats("ar", NumberingSystem::Arab, MonthNames::Gregorian);
        let check = |formats: &IcuFormats, style, expect: &str| {
            assert_eq!(formats.date(LAUNCH, style).as_deref(), Some(expect));
        };
        check(&arabic, DateStyle::Long, "١٥ سبتمبر ٢٠٢٠");
        check(&arabic, DateStyle::Full, "الثلاثاء، ١٥ سبتمبر ٢٠٢٠");
        check(&arabic, DateStyle::Hijri, "٢٧ محرم ١٤٤٢ هـ");
        check(&arabic, DateStyle::Time, "١٦:٠٠");
        let syriac = formats("ar", NumberingSystem::Latn, MonthNames::Syriac);
        check(&syriac, DateStyle::Long, "15 أيلول 2020");
        let both = formats("ar", NumberingSystem::Arab, MonthNames::Both);
        check(&both, DateStyle::MonthYear, "أيلول/سبتمبر ٢٠٢٠");
        let french = formats("fr", NumberingSystem::Latn, MonthNames::Gregorian);
        check(&french, DateStyle::Year, "2020");
        let english = formats("en", NumberingSystem::Latn, MonthNames::Gregorian);
        check(&english, DateStyle::Time, "16:00");
        check(&english, DateStyle::ZoneName, "GMT+3");
    }

    #[test]
    fn refuses_what_it_cannot_know() {
        let english = formats("en", NumberingSystem::Latn, MonthNames::Gregorian);
        let nowhere = DateInput::Instant {
            unix_ms: 0,
            zone: "Nowhere/None",
        };
        assert_eq!(english.date(nowhere, DateStyle::Long), None);
        let day = CivilDate::new(2020, 9, 15).map(DateInput::Day);
        assert_eq!(day.and_then(|day| english.date(day, DateStyle::Time)), None);
    }

    #[test]
    fn writes_numbers_as_each_language_does() {
        let arabic = formats("ar", NumberingSystem::Arab, MonthNames::Gregorian);
        assert_eq!(arabic.decimal(2.1, 1), "٢٫١");
        assert_eq!(arabic.integer(1234), "١٬٢٣٤");
        assert_eq!(arabic.plural(11), PluralCategory::Many);
        let french = formats("fr", NumberingSystem::Latn, MonthNames::Gregorian);
        assert_eq!(french.decimal(2.10, 1), "2,1");
        assert_eq!(french.decimal(2.0, 1), "2");
    }
}
