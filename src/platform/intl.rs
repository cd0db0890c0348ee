//! [`Formats`] by the browser's `Intl`: for live data only, since what was published is shown as it was written.
//!
//! Formatters are kept once made: making one costs a hundred times what using it does. It knows no wording of its own;
//! month names that the newsroom chose come from its messages.

use std::cell::RefCell;
use std::cmp::Ordering;

use js_sys::{Array, Date, Intl, Object, Reflect};
use nashra_l10n::{
    DateInput, DateStyle, Formats, LanguageTag, Messages, MonthNames, NumberingSystem,
    PluralCategory,
};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Formatters by locale, options and zone; a newsroom has a handful.
    static DATES: RefCell<Vec<(String, Intl::DateTimeFormat)>> = const { RefCell::new(Vec::new()) };
}

/// The formats of one language with its digits.
pub struct BrowserFormats {
    locale: String,
    month_names: Vec<String>,
}

impl BrowserFormats {
    /// Formats for `tag` with `digits`; `month_names` are those that `site.json` asks for.
    pub fn new(
        tag: &LanguageTag,
        digits: NumberingSystem,
        month_names: MonthNames,
        messages: &Messages,
    ) -> Self {
        let names = (1..=12).map_while(|month| month_names.pick(month, messages));
        Self {
            locale: with_digits(tag, digits),
            month_names: names.collect(),
        }
    }

    /// The formats of one language, without names of months: for numbers alone.
    pub fn of_numbers(tag: &LanguageTag, digits: NumberingSystem) -> Self {
        Self {
            locale: with_digits(tag, digits),
            month_names: Vec::new(),
        }
    }

    fn locales(&self) -> Array {
        Array::of1(&JsValue::from_str(&self.locale))
    }

    /// The parts of `date` under `options`, as pairs of `Intl`'s part type and text.
    fn parts(
        &self,
        date: &Date,
        zone: &str,
        options: &[(&str, &str)],
    ) -> Option<Vec<(String, String)>> {
        let mut key = [&self.locale, " ", zone].concat();
        for (name, value) in options {
            key.extend([" ", name, value]);
        }
        let formatter = DATES.with_borrow_mut(|cache| {
            if let Some((_, formatter)) = cache.iter().find(|(known, _)| *known == key) {
                return Some(formatter.clone());
            }
            let formatter = self.formatter(zone, options)?;
            cache.push((key, formatter.clone()));
            Some(formatter)
        })?;
        let text = |part: &JsValue, key: &str| {
            Reflect::get(part, &JsValue::from_str(key))
                .ok()?
                .as_string()
        };
        let parts = formatter.format_to_parts(date);
        parts
            .iter()
            .map(|part| Some((text(&part, "type")?, text(&part, "value")?)))
            .collect()
    }

    /// `None` where the engine knows no such zone.
    fn formatter(&self, zone: &str, options: &[(&str, &str)]) -> Option<Intl::DateTimeFormat> {
        let bag = Object::new();
        for (name, value) in options.iter().chain(&[("timeZone", zone)]) {
            Reflect::set(&bag, &JsValue::from_str(name), &JsValue::from_str(value)).ok()?;
        }
        // The constructor throws on an unknown zone; called through `Reflect` that is an error, not a panic.
        let constructor = Reflect::get(&js_sys::global(), &JsValue::from_str("Intl"))
            .and_then(|intl| Reflect::get(&intl, &JsValue::from_str("DateTimeFormat")))
            .ok()?;
        Reflect::construct(
            constructor.unchecked_ref::<js_sys::Function>(),
            &Array::of2(&self.locales(), &bag),
        )
        .ok()
        .map(JsCast::unchecked_into)
    }
}

/// Digits are passed explicitly: engines differ on a bare `ar`.
fn with_digits(tag: &LanguageTag, digits: NumberingSystem) -> String {
    let mut locale = String::from(tag.as_str());
    if tag.unicode_keyword("nu").is_none() {
        locale.push_str(if locale.contains("-u-") {
            "-nu-"
        } else {
            "-u-nu-"
        });
        locale.push_str(digits.as_str());
    }
    locale
}

impl Formats for BrowserFormats {
    fn plural(&self, n: u64) -> PluralCategory {
        let rules = Intl::PluralRules::new(&self.locales(), &Object::new());
        PluralCategory::parse(&String::from(rules.select(n as f64)))
            .unwrap_or(PluralCategory::Other)
    }

    fn integer(&self, n: u64) -> String {
        self.decimal(n as f64, 0)
    }

    fn decimal(&self, value: f64, max_fraction_digits: u8) -> String {
        let options = Object::new();
        let _ = Reflect::set(
            &options,
            &JsValue::from_str("maximumFractionDigits"),
            &JsValue::from_f64(f64::from(max_fraction_digits)),
        );
        let formatter = Intl::NumberFormat::new(&self.locales(), &options);
        let formatted = formatter
            .format()
            .call1(&JsValue::UNDEFINED, &JsValue::from_f64(value));
        formatted
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        let collator = Intl::Collator::new(&self.locales(), &Object::new());
        let order = collator.compare().call2(
            &JsValue::UNDEFINED,
            &JsValue::from_str(a),
            &JsValue::from_str(b),
        );
        let order = order.ok().and_then(|order| order.as_f64()).unwrap_or(0.0);
        order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    }

    fn list(&self, items: &[String]) -> String {
        let list: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        let formatted = Reflect::get(&js_sys::global(), &JsValue::from_str("Intl"))
            .and_then(|intl| Reflect::get(&intl, &JsValue::from_str("ListFormat")))
            .and_then(|constructor| {
                Reflect::construct(
                    constructor.unchecked_ref::<js_sys::Function>(),
                    &Array::of1(&self.locales()),
                )
            })
            .and_then(|formatter| {
                let format = Reflect::get(&formatter, &JsValue::from_str("format"))?;
                format
                    .unchecked_into::<js_sys::Function>()
                    .call1(&formatter, &list)
            });
        formatted
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_else(|| items.join(", "))
    }

    fn date(&self, input: DateInput<'_>, style: DateStyle) -> Option<String> {
        let (date, zone) = match input {
            DateInput::Day(day) => {
                if matches!(style, DateStyle::Time | DateStyle::ZoneName) {
                    return None;
                }
                let ms = Date::utc(f64::from(day.year()), f64::from(day.month()) - 1.0);
                let day_ms = 86_400_000.0 * (f64::from(day.day()) - 1.0);
                (Date::new(&JsValue::from_f64(ms + day_ms)), "UTC")
            }
            DateInput::Instant { unix_ms, zone } => {
                (Date::new(&JsValue::from_f64(unix_ms as f64)), zone)
            }
        };
        let parts = self.parts(&date, zone, options(style))?;
        if style == DateStyle::ZoneName {
            return parts
                .into_iter()
                .find(|(kind, _)| kind == "timeZoneName")
                .map(|part| part.1);
        }
        let month = if matches!(
            style,
            DateStyle::Long | DateStyle::Full | DateStyle::MonthYear
        ) {
            self.month_name(&date, zone)
        } else {
            None
        };
        let mut out = String::new();
        for (kind, text) in &parts {
            match month {
                Some(name) if kind == "month" => out.push_str(name),
                _ => out.push_str(text),
            }
        }
        Some(out)
    }
}

impl BrowserFormats {
    /// The newsroom's own name for the month that `date` falls in.
    fn month_name(&self, date: &Date, zone: &str) -> Option<&str> {
        let parts = self.parts(
            date,
            zone,
            &[
                ("calendar", "gregory"),
                ("numberingSystem", "latn"),
                ("month", "numeric"),
            ],
        )?;
        let number: usize = parts
            .iter()
            .find(|part| part.0 == "month")?
            .1
            .parse()
            .ok()?;
        self.month_names
            .get(number.checked_sub(1)?)
            .map(String::as_str)
    }
}

/// `Intl.DateTimeFormat` options of a style, ECMA-402 section 11.
fn options(style: DateStyle) -> &'static [(&'static str, &'static str)] {
    const GREGORIAN: (&str, &str) = ("calendar", "gregory");
    const DAY: (&str, &str) = ("day", "numeric");
    const MONTH: (&str, &str) = ("month", "long");
    const YEAR: (&str, &str) = ("year", "numeric");
    match style {
        DateStyle::Long => &[GREGORIAN, DAY, MONTH, YEAR],
        DateStyle::Full => &[GREGORIAN, ("weekday", "long"), DAY, MONTH, YEAR],
        DateStyle::MonthYear => &[GREGORIAN, MONTH, YEAR],
        DateStyle::Year => &[GREGORIAN, YEAR],
        DateStyle::Hijri => &[("calendar", "islamic-umalqura"), DAY, MONTH, YEAR],
        DateStyle::Time => &[
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("hourCycle", "h23"),
        ],
        DateStyle::ZoneName => &[("hour", "2-digit"), ("timeZoneName", "short")],
    }
}

/// A span of time as the reader's own clock shows it.
pub struct OwnTime {
    /// The day it begins on.
    pub date: String,
    /// When it begins.
    pub start: String,
    /// When it ends.
    pub end: Option<String>,
    /// The name of the reader's zone.
    pub zone: String,
}

/// The reader's own time of an event, in the words of the page's language.
pub fn own_time(formats: &dyn Formats, start_ms: i64, end_ms: Option<i64>) -> Option<OwnTime> {
    let formatter = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    let zone = Reflect::get(
        &formatter.resolved_options(),
        &JsValue::from_str("timeZone"),
    )
    .ok()?
    .as_string()?;
    let format = |ms: i64, style| {
        let input = DateInput::Instant {
            unix_ms: ms,
            zone: &zone,
        };
        formats.date(input, style)
    };
    Some(OwnTime {
        date: format(start_ms, DateStyle::Full)?,
        start: format(start_ms, DateStyle::Time)?,
        end: end_ms.and_then(|end_ms| format(end_ms, DateStyle::Time)),
        zone: format(start_ms, DateStyle::ZoneName)?,
    })
}
