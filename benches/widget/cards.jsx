// The same cards, of the same data, as views of Preact.
const absolute = (url, base) => new URL(url, base).href;
const set = (text, base) => text?.split(", ").map((one) => one.replace(/^\S+/, (url) => absolute(url, base))).join(", ");
const SIZES = "(min-width: 60rem) 22rem, 7rem";

const Picture = ({ image, base }) => {
  const img = (
    <img loading="lazy" decoding="async" sizes={image.srcset && SIZES} srcset={set(image.srcset, base)} width={image.width} height={image.height}
      alt={image.alt} style={{ objectPosition: image.focus, background: image.placeholder }} src={absolute(image.url, base)} />
  );
  return image.avif ? <picture><source type="image/avif" sizes={SIZES} srcset={set(image.avif, base)} />{img}</picture> : img;
};

const Card = ({ card, base }) => (
  <article class={card.image ? "card" : "card card-bare"}>
    {card.image && <div class="card-picture"><Picture image={card.image} base={base} /></div>}
    <h3 class="card-title" lang={card.language} dir={card.direction}>
      <a class="card-link" href={absolute(card.path, base)}>{card.title}</a>
    </h3>
    <p class="meta"><span>{card.label}</span>{card.date && <time datetime={card.date.iso}>{card.date.text}</time>}</p>
  </article>
);

export const Widget = ({ data, base, limit }) => {
  const { language, languages } = data.newsroom;
  const { direction } = languages.find(({ tag }) => tag === language);
  return (
    <div class="widget" lang={language} dir={direction} data-theme="auto">
      <div class="widget-cards"><div class="cards rows">
        {data.page.content.cards.slice(0, limit).map((card) => <Card card={card} base={base} key={card.id} />)}
      </div></div>
    </div>
  );
};

export const load = async (base) => (await fetch(`${base}data.json`)).json();
