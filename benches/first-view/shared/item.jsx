// The page of a release or a report. Events, players, corrections and citations are left out: the pages that are measured have none.
import { Link, useState } from "framework";
import { absolute, escape, imageOf, local, pathOf, site } from "./newsroom.js";
import { Box, Caption, Card, Icon, Picture, Section, Title } from "./parts.jsx";

const isReport = (item) => item._nashra.kind === "report";
const labelOf = (item, locale) => item._nashra.label ?? locale.t(isReport(item) ? "report.kind" : "release.kind");

function Crumbs({ item, locale }) {
  const [key, shelf] = isReport(item) ? ["site.reports", "reports"] : ["site.news", "releases"];
  return (
    <nav className="crumbs" aria-label={locale.t("a11y.breadcrumb")}>
      <ol>
        <li>
          <Link href={`/${locale.tag}/`}>{locale.t("site.home")}</Link>
          <Icon name="forward" />
        </li>
        <li>
          <Link href={`/${locale.tag}/${shelf}/`}>{locale.t(key)}</Link>
          <Icon name="forward" />
        </li>
        <li>
          <span aria-current="page">{labelOf(item, locale)}</span>
        </li>
      </ol>
    </nav>
  );
}

function Main({ item, locale }) {
  const url = item.banner_image ?? item.image;
  const lead = url && imageOf(item, url);
  return (
    <div className="item-main">
      <p className="kicker">{labelOf(item, locale)}</p>
      <h1 className="item-title" dir={locale.direction}>
        <Title text={item.title} />
      </h1>
      <p className="meta">
        <time dateTime={item.date_published}>{locale.fullDate(item.date_published)}</time>
      </p>
      <div>
        {lead && (
          <figure className="item-lead">
            <Picture image={lead} sizes="(min-width: 60rem) 42rem, 92vw" first />
            <Caption photo={lead} direction={locale.direction} locale={locale} />
          </figure>
        )}
        <div className="prose" dir={locale.direction} dangerouslySetInnerHTML={{ __html: item.content_html }} />
      </div>
    </div>
  );
}

function Attachment({ file, owner, locale }) {
  const url = local(file.url);
  const { language, pages, page_count: nPages } = file._nashra ?? {};
  const facts = [
    url.split(".").pop().toUpperCase(),
    nPages && locale.count("report.pages", nPages),
    language && locale.t(`language.name.${language}`),
  ];
  return (
    <li>
      <p className="attachment-title" lang={language}>
        <bdi>{file.title}</bdi>
      </p>
      <ul className="attachment-facts">
        {facts.filter(Boolean).map((fact) => (
          <li key={fact}>
            <bdi>{fact}</bdi>
          </li>
        ))}
      </ul>
      <a className="button" href={`${local(owner.url)}read/`} data-pages={pages && local(pages)}>
        <Icon name="book" />
        {locale.t("release.readOnline")}
      </a>
      <a className="button button-quiet" href={url} rel="external" download="">
        <Icon name="download" />
        {locale.t("release.downloadWithSize", { size: locale.fileSize(file.size_in_bytes) })}
      </a>
    </li>
  );
}

function Facts({ item, related, locale }) {
  // A release without a document of its own offers those of its report.
  const files = [item, ...related].flatMap((owner) => (owner.attachments ?? []).map((file) => ({ owner, file })));
  const documents = files.filter(({ file }) => file.mime_type === "application/pdf");
  return (
    <div className="item-facts">
      {documents.length > 0 && (
        <Box className="box attachments" id="attachments-heading" heading={locale.t("release.attachments")}>
          <ul>
            {documents.map(({ owner, file }) => (
              <Attachment key={file.url} file={file} owner={owner} locale={locale} />
            ))}
          </ul>
        </Box>
      )}
      {item.tags?.length > 0 && (
        <Box id="topics-heading" heading={locale.t("release.topics")}>
          <ul className="topics">
            {item.tags.map((tag) => (
              <li key={tag}>
                <Link href={`/${locale.tag}/releases/topic/${encodeURIComponent(tag)}/`}>
                  <bdi>{tag}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Box>
      )}
    </div>
  );
}

function Share({ item, url, locale }) {
  const [isCopied, setCopied] = useState(false);
  const [title, address] = [escape(item.title), escape(url)];
  const copy = () => {
    navigator.clipboard.writeText(location.href);
    setCopied(true);
  };
  const links = [
    [`https://wa.me/?text=${title}%20${address}`, "release.shareWhatsapp"],
    [`https://t.me/share/url?text=${title}&url=${address}`, "release.shareTelegram"],
    [`mailto:?subject=${title}&body=${address}`, "release.shareEmail"],
  ];
  const button = { type: "button", className: "button button-quiet needs-app" };
  return (
    <div className="share">
      {links.map(([href, key]) => (
        <a key={key} className="share-link" rel="external noreferrer" href={href}>
          {locale.t(key)}
        </a>
      ))}
      <button {...button} onClick={copy}>
        <span aria-live="polite">{locale.t(isCopied ? "release.linkCopied" : "release.copyLink")}</span>
      </button>
      <button type="button" className="button button-quiet needs-script" data-does="print" onClick={() => print()}>
        {locale.t("release.print")}
      </button>
      <button
        {...button}
        data-offered={String("share" in navigator)}
        onClick={() => navigator.share({ title: item.title, url })}
      >
        {locale.t("release.share")}
      </button>
    </div>
  );
}

function Photos({ photos, locale }) {
  const count = <p className="meta">{locale.count("photos.count", photos.length)}</p>;
  return (
    <Section className="photos" id="photos-heading" heading={locale.t("release.photos")} beside={count}>
      <ul className="photo-rows">
        {photos.map((photo) => (
          <li key={photo.url} className="photo" style={{ "--ratio": `${photo.width}/${photo.height}` }}>
            <figure>
              <a className="photo-link" href={local(photo.url)} rel="external">
                <Picture image={photo} sizes="(min-width: 60rem) 22rem, 45vw" />
              </a>
              <Caption photo={photo} direction={locale.direction} locale={locale} />
            </figure>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Contact({ locale }) {
  return (
    <div className="contact">
      <section aria-labelledby="about-publisher">
        <h2 id="about-publisher">{locale.t("release.about")}</h2>
        <p>{locale.pick(site.about)}</p>
      </section>
      <section aria-labelledby="contacts-heading">
        <h2 id="contacts-heading">{locale.t("release.contact")}</h2>
        <ul className="contacts">
          {site.contacts.map(({ name, role, email, telephone }) => (
            <li key={email}>
              <p className="contact-name">{locale.pick(name)}</p>
              {role && <p>{locale.pick(role)}</p>}
              <p>
                <a href={`mailto:${email}`} rel="external">
                  <bdi dir="ltr">{email}</bdi>
                </a>
              </p>
              <p>
                <a href={`tel:${telephone.replace(/[^\d+]/g, "")}`} rel="external">
                  <bdi dir="ltr">{telephone}</bdi>
                </a>
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

export function Item({ item, items, locale }) {
  const related = (item._nashra.related ?? []).map((id) => items.find((other) => other.id === id)).filter(Boolean);
  const { photos = [] } = item._nashra;
  return (
    <div className="wrap">
      <Crumbs item={item} locale={locale} />
      <article className="item">
        <Main item={item} locale={locale} />
        <Facts item={item} related={related} locale={locale} />
        <Share item={item} url={absolute(pathOf(item, locale.tag))} locale={locale} />
      </article>
      {photos.length > 0 && <Photos photos={photos} locale={locale} />}
      {related.length > 0 && (
        <Section id="related-heading" heading={locale.t("release.related")}>
          <div className="cards">
            {related.map((other) => (
              <ItemCard key={other.id} heading="h3" item={other} locale={locale} />
            ))}
          </div>
        </Section>
      )}
      <Contact locale={locale} />
    </div>
  );
}

export function ItemCard({ item, heading, locale }) {
  const url = item._nashra.report?.cover?.url ?? item.image;
  return (
    <Card
      heading={heading}
      image={url && imageOf(item, url)}
      path={pathOf(item, locale.tag)}
      title={item.title}
      direction={locale.direction}
      label={labelOf(item, locale)}
      date={item.date_published}
      locale={locale}
    />
  );
}
