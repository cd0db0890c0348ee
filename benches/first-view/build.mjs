// Bundles both peers as for production: `node build.mjs ROOT OUT` with the repository's root writes OUT/preact.js and OUT/react.js.
// The newsroom's frame, and of its messages those that the views name, are built in: no request of their own.
import { build } from "esbuild";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [root, out] = process.argv.slice(2);
const here = import.meta.dirname;
const json = (...path) => JSON.parse(readFileSync(join(root, ...path), "utf8"));
const views = readdirSync(join(here, "shared")).map((name) => readFileSync(join(here, "shared", name), "utf8")).join("");

function messages(tag) {
  const isUsed = (key) => views.includes(`"${key.replace(/_\w+$/, "")}"`) || key.startsWith("language.name.");
  return Object.fromEntries(Object.entries(json("locales", `${tag}.json`)).filter(([key]) => isUsed(key)));
}

const site = json("sample", "site.json");
const newsroom = { site, messages: Object.fromEntries(site.languages.map(({ tag }) => [tag, messages(tag)])) };
const inlined = {
  name: "newsroom",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^newsroom$/ }, () => ({ path: "newsroom", namespace: "newsroom" }));
    onLoad({ filter: /.*/, namespace: "newsroom" }, () => ({ contents: JSON.stringify(newsroom), loader: "json" }));
  },
};

for (const peer of ["preact", "react"]) {
  await build({
    entryPoints: [join(here, peer, "main.jsx")],
    outfile: join(out, `${peer}.js`),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: peer,
    alias: { framework: join(here, peer, "framework.jsx") },
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [inlined],
    legalComments: "none",
  });
}
