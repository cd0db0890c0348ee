// Bundles the peers for production: node build.mjs ROOT OUT
import { build } from "esbuild";

const [root, out] = process.argv.slice(2);
await build({
  entryPoints: ["element.jsx", "frame.jsx"].map((name) => new URL(name, import.meta.url).pathname),
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".css": "text" },
  alias: { "widget.css": `${root}/dist/widget.css` },
});
