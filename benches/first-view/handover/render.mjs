import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
const site = process.argv[2];
const src = readFileSync("/tmp/fv/build.mjs", "utf8");
writeFileSync("/tmp/fv/entry.jsx", `
import render from "preact-render-to-string";
import { Frame } from "./shared/shell.jsx"; import { Item } from "./shared/item.jsx"; import { localeOf, pathOf, absolute, LANGUAGES } from "./shared/newsroom.js";
export function page(items, lang, slug) { const locale = localeOf(lang); const item = items.find(i => i._nashra.slug === slug && i._nashra.kind === "release");
 return render(<Frame locale={locale} section="releases" alternates={Object.fromEntries(LANGUAGES.map(({tag}) => [tag, pathOf(item, tag)]))} imprint={absolute(pathOf(item, lang))}><Item item={item} items={items} locale={locale}/></Frame>); }
`);
const root = "/work/wt/first-view";
const s = JSON.parse(readFileSync(root + "/sample/site.json"));
const newsroom = { site: s, messages: Object.fromEntries(s.languages.map(({ tag }) => [tag, JSON.parse(readFileSync(`${root}/locales/${tag}.json`))])) };
await build({ entryPoints: ["/tmp/fv/entry.jsx"], outfile: "/tmp/fv/entry.mjs", bundle: true, format: "esm", platform: "node", jsx: "automatic", jsxImportSource: "preact",
  alias: { framework: "/tmp/fv/preact/framework.jsx" }, banner: { js: "globalThis.navigator??={};globalThis.localStorage={getItem(){return null}};globalThis.document={documentElement:{dataset:{}}};" },
  plugins: [{ name: "n", setup({ onResolve, onLoad }) { onResolve({ filter: /^newsroom$/ }, () => ({ path: "n", namespace: "n" })); onLoad({ filter: /.*/, namespace: "n" }, () => ({ contents: JSON.stringify(newsroom), loader: "json" })); } }] });
const { page } = await import("/tmp/fv/entry.mjs");
const un = (t) => t.replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&#39;/g, "'").replace(/&amp;/g, "&");
const lines = (html) => { const out = []; for (const [m, tag, attrs, text] of html.matchAll(/<(\/?[a-z][\w]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g)) {
  if (text !== undefined) { const t = un(text).replace(/\s+/g, " ").trim(); if (t) out.push(t); continue; }
  if (tag[0] === "/") continue;
  const a = [...attrs.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, n, v = ""]) => `${n.toLowerCase()}=${n === "style" ? un(v).replace(/;\s*$/, "").replace(/\s+/g, "") : un(v)}`).sort(); out.push(`<${tag} ${a.join(" ")}>`); } return out; };
for (const lang of ["ar", "en"]) {
  const items = JSON.parse(readFileSync(`${site}/feeds/${lang}.json`)).items;
  const html = readFileSync(`${site}/${lang}/releases/food-security-figures/index.html`, "utf8");
  const start = html.indexOf('<div class="frame">'), end = html.indexOf('<script type="application/json" id="nashra-data"');
  const a = lines(html.slice(start, end).replace(/<\/div>$/, "")), b = lines(page(items, lang, "food-security-figures"));
  let n = 0; console.log(lang, a.length, b.length);
  for (let i = 0; i < Math.max(a.length, b.length) && n < 12; i++) if (a[i] !== b[i]) { n++; console.log(i, "\n  ours  ", a[i], "\n  theirs", b[i]); }
}
