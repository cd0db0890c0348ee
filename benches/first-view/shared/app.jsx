// The pages of a language: an item, or the list that everything else leads to. The frame stands before the feed is there.
import { useEffect, useMemo, useState } from "framework";
import { Item, ItemCard } from "./item.jsx";
import { LANGUAGES, absolute, feedOf, localeOf, pathOf, site } from "./newsroom.js";
import { Frame } from "./shell.jsx";

function useFeed(tag) {
  const [feed, setFeed] = useState({});
  useEffect(() => {
    let isCurrent = true;
    feedOf(tag).then((items) => isCurrent && setFeed({ tag, items }));
    return () => {
      isCurrent = false;
    };
  }, [tag]);
  return feed.tag === tag ? feed.items : undefined;
}

export function ItemPage({ lang, kind, slug }) {
  const locale = useMemo(() => localeOf(lang), [lang]);
  const items = useFeed(locale.tag);
  const item = items?.find(({ _nashra: own }) => own.kind === kind && own.slug === slug);
  useEffect(() => {
    if (item) document.title = locale.t("site.pageTitle", { title: item.title, site: locale.pick(site.title) });
  }, [item, locale]);
  const languages = item ? LANGUAGES.map(({ tag }) => [tag, pathOf(item, tag)]) : [];
  return (
    <Frame
      locale={locale}
      section={`${kind}s`}
      alternates={Object.fromEntries(languages)}
      imprint={item && absolute(pathOf(item, locale.tag))}
    >
      {item && <Item item={item} items={items} locale={locale} />}
    </Frame>
  );
}

export function ListPage({ lang }) {
  const locale = useMemo(() => localeOf(lang), [lang]);
  const items = useFeed(locale.tag);
  return (
    <Frame locale={locale} section="list">
      <div className="wrap">
        <div className="cards">
          {items?.map((item) => (
            <ItemCard key={item.id} heading="h2" item={item} locale={locale} />
          ))}
        </div>
      </div>
    </Frame>
  );
}
