import { readFileSync, writeFileSync, existsSync, mkdirSync } from "node:fs";
import { createHash } from "node:crypto";
import zlib from "node:zlib";
const out = "/work/wt/first-view/target/bench/first-view/ours";
const name = process.argv[2];
mkdirSync("/tmp/fv/pristine", { recursive: true });
const br = (b) => zlib.brotliCompressSync(b, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } });
const keepOr = (file, key) => { const p = `/tmp/fv/pristine/${key}`; if (!existsSync(p)) writeFileSync(p, readFileSync(file)); return readFileSync(p, "utf8"); };
const serveFile = `${out}/.nashra/serve.json`;
const serve = JSON.parse(keepOr(serveFile, "serve.json"));
for (const lang of ["ar", "en"]) {
  const file = `${out}/${lang}/releases/food-security-figures/index.html`;
  let html = keepOr(file, `${lang}.html`);
  const grab = (re) => { const m = [...html.matchAll(re)].map((x) => x[0]); for (const x of m) html = html.replace(x, ""); return m.join(""); };
  const fonts = grab(/<link rel="preload" as="font"[^>]*>/g);
  const css = grab(/<link rel="stylesheet"[^>]*>/g);
  const mod = grab(/<link rel="modulepreload"[^>]*>/g);
  const start = grab(/<script type="module"[^>]*><\/script>/g);
  const source = /<source type="image\/avif" sizes="([^"]*)" srcset="([^"]*)"/.exec(html);
  const image = source ? `<link rel="preload" as="image" type="image/avif" imagesrcset="${source[2]}" imagesizes="${source[1]}" fetchpriority="high">` : "";
  const head = (links) => (html = html.replace("</head>", links + "</head>"));
  const foot = (x) => (html = html.replace("</body>", x + "</body>"));
  const early = () => {
    const boot = /<script>(.*?)<\/script>/s.exec(html)[1];
    const startFile = /src="([^"]*)"/.exec(start)[1];
    const js = readFileSync(out + startFile, "utf8");
    const wasm = /\.\/(app-[0-9a-f]+\.wasm)/.exec(js)[1];
    const added = boot + `;self.nashraWasm=fetch(document.currentScript.dataset.app)`;
    html = html.replace(`<script>${boot}</script>`, `<script data-app="/assets/${wasm}">${added}</script>`);
    const hash = createHash("sha256").update(added).digest("base64");
    serve.content_security_policy = serve.content_security_policy.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`);
    const changed = js.replace(/wasm=fetch\([^)]*\)\)?/, "wasm=self.nashraWasm");
    const at = startFile.replace("start-", "start-early-");
    writeFileSync(out + at, changed); writeFileSync(out + at + ".br", br(changed));
    return start.replace(startFile, at).replace(/ integrity="[^"]*"/, "");
  };
  if (name === "pristine") html = keepOr(file, `${lang}.html`);
  else if (name === "v1") head(css + image + fonts + mod + start);
  else if (name === "v2") { head(css + fonts); foot(mod + start); }
  else if (name === "v3") { const s = early(); head(css + image + mod + s + fonts); }
  else if (name === "v6") head(css + image + mod + start + fonts.replaceAll('as="font"', 'as="font" fetchpriority="low"'));
  else if (name === "v7") { const s = early(); head(css + image + mod + s + fonts.replaceAll('as="font"', 'as="font" fetchpriority="low"')); }
  else if (name === "v4") head(css + image + mod + start + fonts);
  writeFileSync(file, html); writeFileSync(file + ".br", br(html));
}
writeFileSync(serveFile, JSON.stringify(serve));
