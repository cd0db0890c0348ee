// The copies of a newsroom's service worker: what may be kept, what is, and what goes. `worker.js` answers with them.
//
// It never keeps an error, an answer that is cut short, or anything of another origin.
const { prefix } = build;
/** Two caches, named by where the newsroom stands: another one on the same origin has its own. */
const APPS = `nashra apps ${prefix}`;
const COPIES = `nashra copies ${prefix}`;
/** When a copy came, in milliseconds since 1970; the app reads it. */
const KEPT = "nashra-kept";
/** What is kept of each kind, the least recently used goes first: number, bytes in all, bytes of one. */
const BOUNDS = {
  text: { number: 250, bytes: 24e6, each: 8e6 },
  media: { number: 500, bytes: 64e6, each: 8e6 },
  report: { number: 24, bytes: 160e6, each: 48e6 },
};
const TYPES = { js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json" };

const assets = new Set(build.assets);
const keyOf = (path) => location.origin + path;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What stands at a path: `page`, `data`, `app`, `media`, `report`; nothing where no copy is ever kept. */
const kindOf = (path) => {
  if (assets.has(path) || build.shell.includes(path)) return "app";
  if (path.startsWith(`${prefix}assets/`)) return "media";
  if (/\.(json|xml|webmanifest)$/.test(path)) return "data";
  if (/\.(avif|webp|jpe?g|png|gif|svg|ico)$/i.test(path)) return "media";
  if (/\.pdf$/i.test(path)) return "report";
  return /\/$|\.html$/.test(path) ? "page" : undefined;
};
/** Pages below an item's that run without the app, and so without data. */
const isPlain = (path) => /\/(?:releases|reports)\/(?!(?:topic|office)\/)[^/]+\/(?:downloads|with\/[^/]+)\/$/.test(path);
/** Where the data of a page stand; the root is another page's copy and has none. */
const dataOf = (path) => (path.endsWith("/") && path !== prefix && !isPlain(path) ? `${path}data.json` : undefined);

// Which copies there are, in the order of their last use: path -> { kind, bytes, start, title }. It stands among them as a file.
const INDEX = keyOf(`${prefix}sw.js?index`);
const BUILDS = keyOf(`${prefix}sw.js?builds`);
let reading;
const index = () =>
  (reading ??= readJson(COPIES, INDEX).then((entries) => new Map(entries)));
let writing;
/** Written once for the many copies of a page. */
const writeIndex = () =>
  (writing ??= wait(50).then(async () => {
    writing = undefined;
    await writeJson(COPIES, INDEX, [...(await index())]);
  }));
const readJson = async (cache, key) => (await (await (await caches.open(cache)).match(key))?.json()) ?? [];
const writeJson = async (cache, key, value) => (await caches.open(cache)).put(key, new Response(JSON.stringify(value)));

const forget = async (paths) => {
  const copies = await caches.open(COPIES);
  const entries = await index();
  const known = paths.filter((path) => entries.delete(path));
  await Promise.all(known.map((path) => copies.delete(keyOf(path))));
  if (known.length > 0) await writeIndex();
};

/** Notes a copy as the one used last, and lets go of what is beyond its kind's bounds. */
const note = async (path, entry) => {
  const entries = await index();
  entries.delete(path);
  entries.set(path, entry);
  const left = structuredClone(BOUNDS);
  const beyond = [...entries].reverse().filter(([, { kind, bytes }]) => {
    const bound = left[kind];
    bound.number -= 1;
    bound.bytes -= bytes;
    return bound.number < 0 || bound.bytes < 0;
  });
  await Promise.all([forget(beyond.map(([path]) => path)), writeIndex()]);
};

const isNamedByContent = (path) => /\/assets\/[^/]+-[0-9a-f]{12}\.(js|css|wasm|json|woff2)$/.test(path);
/** The hash that `nashra publish` puts into the names of assets. */
const hashOf = async (bytes) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** Whether all of a file came. Engines take a body that was cut short for the whole, each in other cases. */
const isWhole = async (path, headers, bytes) => {
  if (isNamedByContent(path)) return path.includes(`-${await hashOf(bytes)}.`);
  const ends = (text) => new TextDecoder().decode(bytes.slice(-64)).trimEnd().endsWith(text);
  const [, extension] = /\.(\w+)$/.exec(path) ?? [, "html"];
  if (extension === "html") return ends("</body></html>");
  if (extension === "svg") return ends("</svg>");
  if (extension === "xml") return ends("</rss>") || ends("</urlset>") || ends("</sitemapindex>");
  if (/json|webmanifest/.test(extension)) {
    try {
      return typeof JSON.parse(new TextDecoder().decode(bytes)) === "object";
    } catch {
      return false;
    }
  }
  const length = headers.get("content-length");
  return length === null || (!headers.has("content-encoding") && Number(length) === bytes.byteLength);
};

/** Paths of all copies, whole once they are surveyed; one that went meanwhile is only looked for in vain. */
const copied = new Set();
let isSurveyed = false;
const survey = async () => {
  for (const name of [APPS, COPIES]) {
    for (const { url } of await (await caches.open(name)).keys()) copied.add(url.slice(location.origin.length));
  }
  isSurveyed = true;
};
survey().catch(() => {});

/** Paths of copies that are being written, and that the index may not know yet. */
const arriving = new Set();

/** Keeps an answer; says whether it did. What `keep` cannot prove whole leaves the copy before it alone. */
const keep = async (path, response) => {
  const kind = kindOf(path);
  const bucket = kind === "page" || kind === "data" ? "text" : kind;
  // Some hosts have their own address for `404.html`; a page that was sent on is another page.
  const isItself = kind === "app" || !response.redirected;
  const isGood = response.status === 200 && response.type === "basic" && isItself;
  if (!isGood || Number(response.headers.get("content-length")) > BOUNDS[bucket]?.each) return false;
  // Rejects where the engine notices that something is missing.
  const bytes = await response.arrayBuffer().catch(() => undefined);
  if (!bytes || bytes.byteLength > BOUNDS[bucket]?.each || !(await isWhole(path, response.headers, bytes))) return false;
  const about = facts(kind, path, bytes);
  const headers = new Headers(response.headers);
  if (!about || (kind === "page" && !/html/.test(headers.get("content-type")))) return false;
  // What a name proves to be right is served as what it is, however the host called it.
  const type = kind === "app" && TYPES[/\w+$/.exec(path)?.[0]];
  if (type) headers.set("content-type", type);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  headers.set(KEPT, Date.now());
  const cache = await caches.open(kind === "app" ? APPS : COPIES);
  arriving.add(path);
  try {
    await cache.put(keyOf(path), new Response(bytes, { headers }));
    copied.add(path);
    if (kind !== "app") await note(path, { kind: bucket, bytes: bytes.byteLength, ...about });
  } finally {
    arriving.delete(path);
  }
  return true;
};

/** The build that a page needs, and the title of what `data.json` is the data of; nothing for a page that is not ours. */
const facts = (kind, path, bytes) => {
  const text = kind === "page" || path.endsWith("/data.json") ? new TextDecoder().decode(bytes) : "";
  if (kind !== "page") return text ? { title: JSON.parse(text)?.page?.title } : {};
  const start = /[^"]*\/assets\/start-[0-9a-f]{12}\.js/.exec(text)?.[0];
  return start && { start };
};

/** The copy of a path as it was kept. */
const kept = async (path) => {
  for (const name of kindOf(path) === "app" ? [APPS, COPIES] : [COPIES, APPS]) {
    const copy = await (await caches.open(name)).match(keyOf(path));
    if (copy) return copy;
  }
};

const sweep = async (name, isWanted) => {
  const cache = await caches.open(name);
  const keys = (await cache.keys()).filter(({ url }) => !isWanted(url));
  await Promise.all(keys.map((key) => cache.delete(key)));
};

/** What was withdrawn, what names it, and all feeds, which may hold its text. */
const dropWithdrawn = async () => {
  if (build.withdrawn.length === 0) return;
  const pages = build.withdrawn.filter((path) => path.endsWith("/"));
  const gone = [];
  for (const [path, { kind }] of await index()) {
    const isIt = build.withdrawn.some((item) => path === item || path === `${item}data.json`);
    const isFeed = /\/(feeds\/.*|feed\.(json|xml))$/.test(path);
    const text = kind === "text" && !isIt && !isFeed ? await (await kept(path))?.text() : "";
    if (isIt || isFeed || pages.some((page) => text?.includes(`"${page}"`))) gone.push(path);
  }
  await forget(gone);
};
