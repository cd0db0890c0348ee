// What stands around every page: header with navigation and languages, footer.
import { Link, useState } from "framework";
import { LANGUAGES, local, site } from "./newsroom.js";
import { Icon } from "./parts.jsx";

const KEY = "nashra.theme";
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const LABELS = { auto: "site.themeAuto", light: "site.themeLight", dark: "site.themeDark" };

function showTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

const kept = localStorage.getItem(KEY) ?? "auto";
showTheme(kept);

function ThemeButton({ locale }) {
  const [theme, setTheme] = useState(kept);
  const labels = Object.values(LABELS).map((key) => `${locale.t("site.theme")}: ${locale.t(key)}`).join("|");
  const label = `${locale.t("site.theme")}: ${locale.t(LABELS[theme])}`;
  const change = () => {
    const next = NEXT[theme];
    showTheme(next);
    localStorage.setItem(KEY, next);
    setTheme(next);
  };
  return (
    <button type="button" className="icon-button needs-script" data-does="theme" data-labels={labels} aria-label={label} title={label} onClick={change}>
      <Icon name="contrast" />
    </button>
  );
}

function Search({ locale }) {
  const path = `/${locale.tag}/search/`;
  return (
    <div className="header-tools">
      <form className="header-search" role="search" action={path}>
        <input
          type="search"
          id="site-search"
          name="q"
          enterKeyHint="search"
          autoComplete="off"
          aria-label={locale.t("search.label")}
          placeholder={locale.t("site.search")}
        />
        <button type="submit" className="icon-button" aria-label={locale.t("search.submit")}>
          <Icon name="search" />
        </button>
      </form>
      <Link className="icon-button search-link" href={path} aria-label={locale.t("site.search")}>
        <Icon name="search" />
      </Link>
    </div>
  );
}

function Header({ locale, section, alternates }) {
  const entries = [
    ["", "site.home"],
    ["releases/", "site.news"],
    ["reports/", "site.reports"],
    ["photos/", "site.photosShort"],
  ];
  const { logo, name } = site.publisher;
  return (
    <header id="top" className="top">
      <div className="wrap top-row">
        <Link className="brand" href={`/${locale.tag}/`}>
          <img className="brand-mark" width={logo.width} height={logo.height} alt="" src={`/${logo.url}`} />
          <span>
            <span className="brand-name">{locale.pick(name)}</span>
            <span className="brand-title">{locale.t("site.newsroom")}</span>
          </span>
        </Link>
        <nav className="main-nav" aria-label={locale.t("a11y.mainNav")}>
          {entries.map(([path, key]) => (
            <Link
              key={key}
              href={`/${locale.tag}/${path}`}
              aria-current={path.startsWith(section) && path ? "page" : undefined}
            >
              {locale.t(key)}
            </Link>
          ))}
        </nav>
        <div className="tools">
          <Search locale={locale} />
          <ThemeButton locale={locale} />
          <nav className="languages" aria-label={locale.t("a11y.languageNav")}>
            <ul>
              {LANGUAGES.map(({ tag, name: own, direction }) => (
                <li key={tag}>
                  <Link
                    href={alternates[tag] ?? `/${tag}/`}
                    lang={tag}
                    hrefLang={tag}
                    dir={direction}
                    aria-current={tag === locale.tag ? "true" : undefined}
                  >
                    {own}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </header>
  );
}

function Footer({ locale }) {
  return (
    <footer className="foot">
      <div className="wrap foot-row">
        <p>
          <a href={site.publisher.url} rel="external">
            {locale.pick(site.publisher.name)}
          </a>
        </p>
        <nav className="foot-links" aria-label={locale.t("a11y.footerNav")}>
          <a href={locale.pick(site.press_kit)} rel="external">
            {locale.t("release.pressKit")}
          </a>
          {site.legal_links.map(({ title, url }) => (
            <a key={locale.pick(url)} href={locale.pick(url)} rel="external">
              {locale.pick(title)}
            </a>
          ))}
          <a href={local(`../${locale.tag}/feed.xml`)} rel="external">
            {locale.t("footer.rss")}
          </a>
        </nav>
      </div>
    </footer>
  );
}

export function Frame({ locale, section, alternates = {}, imprint, children }) {
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {locale.t("site.skipToContent")}
      </a>
      <Header locale={locale} section={section} alternates={alternates} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {imprint && (
        <div className="wrap print-only">
          <p>
            <bdi dir="ltr">{imprint}</bdi>
          </p>
        </div>
      )}
      <Footer locale={locale} />
      <div id="announcer" className="visually-hidden" role="status" aria-live="polite" />
    </div>
  );
}
