// The small parts of a page, by the classes of the newsroom's style sheet.
import { Link } from "framework";
import { local, placeholder, srcset } from "./newsroom.js";

const ICONS = {
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm4.8 11.3L20 20",
  contrast: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 0v16m2.5-14.5v13m2.7-11v9",
  forward: "m9.5 6 6 6-6 6",
  download: "M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15",
  book: "M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-13c-3.5 0-6.5.5-8.5 2zm0 0v13",
};

// Seen by itself too, where the style sheet did not come.
const LINES = { viewBox: "0 0 24 24", width: 24, height: 24, fill: "none", stroke: "currentColor" };

export function Icon({ name }) {
  return (
    <svg className={name === "forward" ? "icon icon-directional" : "icon"} {...LINES} aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}

export function Picture({ image, alt, sizes, first }) {
  const avif = srcset(image, true);
  const others = srcset(image, false);
  const style = { background: placeholder(image) };
  if (image.focus) style.objectPosition = image.focus.map((share) => `${(share * 100).toFixed(1)}%`).join(" ");
  const img = (
    <img
      loading={first ? undefined : "lazy"}
      fetchPriority={first ? "high" : undefined}
      decoding="async"
      sizes={others && sizes}
      srcSet={others}
      width={image.width}
      height={image.height}
      alt={alt ?? image.alt ?? ""}
      style={style}
      src={local(image.url)}
    />
  );
  if (!avif) return img;
  return (
    <picture>
      <source type="image/avif" sizes={sizes} srcSet={avif} />
      {img}
    </picture>
  );
}

export function Caption({ photo, direction, locale }) {
  if (!photo.caption && !photo.credit) return null;
  const credit = photo.credit?.includes(":") ? photo.credit : locale.t("photos.credit", { name: photo.credit });
  return (
    <figcaption>
      {photo.caption && <span dir={direction}>{photo.caption}</span>}
      {photo.credit && <span className="photo-credit">{credit}</span>}
    </figcaption>
  );
}

// A title's first range of numbers stays on one line.
export function Title({ text }) {
  const [, before, range, after] = /^(.*?)([0-9٠-٩۰-۹]+–[0-9٠-٩۰-۹]+)(.*)$/s.exec(text) ?? [];
  if (!range) return text;
  return (
    <>
      {before}
      <span className="range">{range}</span>
      {after}
    </>
  );
}

export function Section({ id, heading, beside, className, children }) {
  return (
    <section className={className} aria-labelledby={id}>
      <header className="section-head">
        <h2 id={id}>{heading}</h2>
        {beside}
      </header>
      {children}
    </section>
  );
}

export function Box({ id, heading, className = "box", children }) {
  return (
    <section className={className} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}

export function Card({ heading: Heading, image, path, title, direction, label, date, locale }) {
  return (
    <article className={image ? "card" : "card card-bare"}>
      {image && (
        <div className="card-picture">
          <Picture image={image} alt="" sizes="(min-width: 60rem) 22rem, 7rem" />
        </div>
      )}
      <Heading className="card-title" dir={direction}>
        <Link className="card-link" href={path}>
          <Title text={title} />
        </Link>
      </Heading>
      <p className="meta">
        <span>{label}</span>
        <time dateTime={date}>{locale.shortDate(date)}</time>
      </p>
    </article>
  );
}
