// What both peers know of the newsroom: its frame and messages, built in; its feeds, fetched. It knows no framework.
import { site, messages } from "newsroom";

export const LANGUAGES = site.languages;

// A language with its texts and formats. Formatters are made once: that is what costs.
export function localeOf(tag) {
  const language = LANGUAGES.find((known) => known.tag === tag) ?? LANGUAGES[0];
  const own = messages[language.tag];
  const digits = `${language.tag}-u-nu-${language.numbering_system ?? "latn"}`;
  const calendar = language.calendars?.includes("islamic-umalqura");
  const zone = site.time_zone;
  const lazy = (make) => {
    let made;
    return () => (made ??= make());
  };
  const day = { day: "numeric", month: "long", year: "numeric", timeZone: zone, calendar: "gregory" };
  const dates = {
    short: lazy(() => new Intl.DateTimeFormat(digits, day)),
    full: lazy(() => new Intl.DateTimeFormat(digits, { ...day, weekday: "long" })),
    hijri: lazy(() => new Intl.DateTimeFormat(digits, { ...day, calendar: "islamic-umalqura" })),
  };
  const plurals = lazy(() => new Intl.PluralRules(digits));
  const t = (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{{${name}}}`, value), own[key] ?? key);
  return {
    tag: language.tag,
    direction: language.direction,
    t,
    pick: (texts) => texts?.[language.tag] ?? texts?.[site.default_language],
    count: (key, n) => t(`${key}_${plurals().select(n)}`, { count: new Intl.NumberFormat(digits).format(n) }),
    shortDate: (iso) => dates.short().format(new Date(iso)),
    fullDate: (iso) => {
      const date = dates.full().format(new Date(iso));
      return calendar ? t("date.withHijri", { date, hijri: dates.hijri().format(new Date(iso)) }) : date;
    },
    fileSize: (bytes) => {
      let value = bytes / 1000;
      let unit = 0;
      while (value >= 999.5 && unit < 2) {
        value /= 1000;
        unit += 1;
      }
      const maximumFractionDigits = value < 9.95 ? 1 : 0;
      const text = new Intl.NumberFormat(digits, { maximumFractionDigits }).format(value);
      return t(["units.kilobyte", "units.megabyte", "units.gigabyte"][unit], { value: text });
    },
  };
}

const feeds = new Map();

// The feed of a language; asked for once.
export function feedOf(tag) {
  if (!feeds.has(tag)) {
    const answer = fetch(`/feeds/${tag}.json`).then((response) => response.json());
    feeds.set(tag, answer.then(({ items }) => items));
  }
  return feeds.get(tag);
}

// Addresses in a feed are relative to it, or absolute within the newsroom.
export function local(url) {
  const { href, origin, pathname } = new URL(url, new URL("feeds/", site.base_url));
  return origin === new URL(site.base_url).origin ? pathname : href;
}

export const absolute = (path) => new URL(path, site.base_url).href;

export function pathOf(item, tag) {
  const { kind, slug } = item._nashra;
  return `/${tag}/${kind === "report" ? "reports" : "releases"}/${slug}/`;
}

// As `?text=` of other programs takes it.
export const escape = (text) =>
  encodeURIComponent(text).replace(/[-_.!~*'()]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

// A picture of an item by its address, with all that the item says of it.
export function imageOf(item, url) {
  const { photos = [], report } = item._nashra;
  const known = [...photos, report?.cover].find((photo) => photo && local(photo.url) === local(url));
  return known ?? { url };
}

export function srcset(image, isAvif) {
  const sources = (image.sources ?? []).filter(({ mime_type }) => (mime_type === "image/avif") === isAvif);
  const widths = sources.map(({ width, url }) => [width, local(url)]);
  if (!isAvif && widths.length > 0 && image.width > Math.max(...widths.map(([width]) => width))) {
    widths.push([image.width, local(image.url)]);
  }
  widths.sort(([a], [b]) => a - b);
  return widths.map(([width, url]) => `${url} ${width}w`).join(", ") || undefined;
}

// The average colour of a ThumbHash, to stand in for the picture.
export function placeholder({ thumbhash }) {
  if (!thumbhash) return undefined;
  const bytes = atob(thumbhash.slice(0, 4));
  const header = bytes.charCodeAt(0) | (bytes.charCodeAt(1) << 8) | (bytes.charCodeAt(2) << 16);
  const level = (header & 63) / 63;
  const p = ((header >> 6) & 63) / 31.5 - 1;
  const q = ((header >> 12) & 63) / 31.5 - 1;
  const blue = level - (2 / 3) * p;
  const red = (3 * level - blue + q) / 2;
  const channel = (value) => Math.round(Math.min(Math.max(value, 0), 1) * 255).toString(16).padStart(2, "0");
  return `#${channel(red)}${channel(red - q)}${channel(blue)}`;
}

export { site };
