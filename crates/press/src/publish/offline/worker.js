// The service worker of a newsroom: what was read reads again without a network. `nashra publish` writes it as `sw.js` with
// `build` before it: { prefix, languages (the default one first), start, core, assets, shell, withdrawn, version }.
//
// The host is asked first for everything that may change, so no page is stale while there is a network. It never keeps an error, an
// answer that is cut short, or anything of another origin.
const { prefix } = build;
/** Two caches, named by where the newsroom stands: another one on the same origin has its own. */
const APPS = `nashra apps ${prefix}`;
const COPIES = `nashra copies ${prefix}`;
/** When a copy came, in milliseconds since 1970; the app reads it. */
const KEPT = "nashra-kept";
/** How long the host may take where there is a copy. The app itself waits 10 s. */
const PATIENCE_MS = 4000;
/** What is kept of each kind, the least recently used goes first: number, bytes in all, bytes of one. */
const BOUNDS = {
  text: { number: 250, bytes: 24e6, each: 8e6 },
  media: { number: 500, bytes: 64e6, each: 8e6 },
  report: { number: 24, bytes: 160e6, each: 48e6 },
};
const TYPES = { js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json" };
/** Pages that the offline page leads to. */
const N_LISTED = 20;

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
/** Where the data of a page stand; the root is another page's copy and has none. */
const dataOf = (path) => (path.endsWith("/") && path !== prefix ? `${path}data.json` : undefined);

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
  await cache.put(keyOf(path), new Response(bytes, { headers }));
  if (kind !== "app") await note(path, { kind: bucket, bytes: bytes.byteLength, ...about });
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
const kept = async (path) =>
  (await (await caches.open(APPS)).match(keyOf(path))) ?? (await (await caches.open(COPIES)).match(keyOf(path)));

/** Asks the host, and keeps what it answers. */
const ask = async (event, path) => {
  const response = (await event.preloadResponse) ?? (await fetch(event.request));
  const data = kindOf(path) === "page" ? dataOf(path) : undefined;
  if (response.status === 404 || response.status === 410) event.waitUntil(forget([path, data]));
  if (response.status === 200) {
    event.waitUntil(keep(path, response.clone()));
    // A link to this page asks for its data alone.
    if (data) event.waitUntil(learn(data));
  }
  return response;
};

const escape = (text) => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const changed = async (page, change, status = 200) =>
  new Response(change(await page.text()), { status, headers: page.headers });

/** What answers for a path without the host: its copy, which says that it is one; for a page of which only the data were read,
 * an empty page on which the app shows them. */
const standIn = async (path) => {
  const copy = await kept(path);
  if (kindOf(path) !== "page") return copy;
  if (copy) return changed(copy, (html) => html.replace('<div id="nashra"', `$& data-kept="${copy.headers.get(KEPT)}"`));
  const title = (await index()).get(dataOf(path))?.title;
  if (title === undefined) return undefined;
  return changed(await kept(build.shell[0]), (html) =>
    html
      .replace(/<title>[^<]*/, () => `<title>${escape(title)}`)
      .replace(/(<div id="nashra"[^>]*>).*(<\/div><script type="application\/json")/s, "$1$2"),
  );
};

const hostFirst = async (event, path) => {
  const asked = ask(event, path);
  let timer;
  const patience = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  const late = patience.then(() => standIn(path)).then((copy) => copy ?? asked);
  late.catch(() => {});
  event.waitUntil(asked.catch(() => {}));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  clearTimeout(timer);
  const isUnreached = !answer || answer.status >= 500;
  const isCutShort = !isUnreached && answer.status === 200 && kindOf(path) === "data" && !(await isReadable(answer));
  if (!isUnreached && !isCutShort) return answer;
  return (await standIn(path)) ?? answer ?? (event.request.mode === "navigate" ? notHere(path) : Response.error());
};

/** Whether JSON came whole; a page in its place is the app's to judge. */
const isReadable = async (response) => {
  if (!/json/.test(response.headers.get("content-type"))) return true;
  const copy = response.clone();
  return copy.json().then(() => true, () => false);
};

/** What never changes under its name: the copy first. */
const copyFirst = async (event, path) => {
  const copy = await kept(path);
  if (!copy) return ask(event, path);
  const entry = (await index()).get(path);
  if (entry) event.waitUntil(note(path, entry));
  return copy;
};

/** A part of a file (RFC 9110, section 14): the host's, else out of the copy. */
const part = async (request, path) => {
  const answer = await fetch(request).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  const copy = await kept(path);
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range"));
  // A range that is not one may be answered with the whole.
  if (!copy || !range || range[0] === "bytes=-") return copy ?? answer ?? Response.error();
  const bytes = await copy.arrayBuffer();
  const size = bytes.byteLength;
  const isTail = range[1] === "";
  const first = isTail ? Math.max(0, size - Number(range[2])) : Number(range[1]);
  const last = isTail || range[2] === "" ? size - 1 : Math.min(Number(range[2]), size - 1);
  const headers = new Headers(copy.headers);
  if (first > last) return new Response(null, { status: 416, headers: { "content-range": `bytes */${size}` } });
  headers.set("content-range", `bytes ${first}-${last}/${size}`);
  headers.set("content-length", last - first + 1);
  return new Response(bytes.slice(first, last + 1), { status: 206, headers });
};

/** The page that says that there is no copy, in the language of the address, with ways to what there is. */
const notHere = async (path) => {
  const language = build.languages.find((tag) => path.startsWith(`${prefix}${tag}/`)) ?? build.languages[0];
  const page = await kept(`${prefix}${language}/offline/`);
  if (!page) return Response.error();
  const read = [...(await index())].reverse().filter(([known, { title }]) => title && known.startsWith(`${prefix}${language}/`));
  const links = read.slice(0, N_LISTED).map(([known, { title }]) => {
    return `<li><a href="${escape(known.slice(0, -"data.json".length))}">${escape(title)}</a></li>`;
  });
  const list = (html) =>
    html.replace('class="kept" hidden=""', 'class="kept"').replace('<ul class="kept-list">', (ul) => ul + links.join(""));
  return changed(page, links.length > 0 ? list : (html) => html, 503);
};

/** Fetches and keeps what is not kept yet; what fails is none the worse. */
const learn = async (path) => {
  const kind = kindOf(path);
  if (!kind || (kind !== "page" && kind !== "data" && (await kept(path)))) return;
  const response = await fetch(keyOf(path), { priority: "low" }).catch(() => undefined);
  if (response && (await keep(path, response)) && kind === "page" && dataOf(path)) await learn(dataOf(path));
};

/** The path of an address that is ours to answer for. */
const ours = (address) => {
  const url = new URL(address);
  // Hosts send a folder's name on to the folder.
  const path = /\/[^/.]+$/.test(url.pathname) ? `${url.pathname}/` : url.pathname;
  const isOurs = url.origin === location.origin && path.startsWith(prefix);
  // A query is the page's own affair; a file with one is another file.
  return isOurs && (url.search === "" || kindOf(path) === "page") ? path : undefined;
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const path = ours(request.url);
  const kind = path !== undefined && kindOf(path);
  // `no-store` asks for what the host says itself.
  if (request.method !== "GET" || request.cache === "no-store" || !kind) return;
  if (kind === "page" && request.mode !== "navigate") return;
  const isFixed = path.startsWith(`${prefix}assets/`);
  if (request.headers.has("range")) event.respondWith(part(request, path));
  else event.respondWith(isFixed ? copyFirst(event, path) : hostFirst(event, path));
});

// A page that came before this worker did says what it is made of: the browser has all that, and keeps it for us.
addEventListener("message", (event) => {
  const addresses = Array.isArray(event.data) ? event.data.slice(0, 300) : [];
  const paths = addresses.map((address) => ours(address)).filter((path) => path !== undefined);
  event.waitUntil(Promise.all(paths.map(learn)));
});

// Pages of the last build may be open: their assets are in the cache and, for a month, at the host. So nobody has to wait.
addEventListener("install", (event) => event.waitUntil(prepare().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(takeOver()));

const prepare = async () => {
  const must = async (path, cache) => {
    if (!(await keep(path, await fetch(keyOf(path), { cache })))) throw new Error(`${path} did not come whole`);
  };
  const core = build.core.map(async (path) => (await kept(path)) ?? must(path, "default").catch(() => must(path, "reload")));
  await Promise.all([...core, ...build.shell.map((path) => must(path, "no-cache"))]);
};

const takeOver = async () => {
  await registration.navigationPreload?.enable();
  await dropWithdrawn();
  const entries = await index();
  const builds = (await readJson(APPS, BUILDS)).filter(({ start }) => start !== build.start);
  builds.push({ start: build.start, assets: build.assets });
  const needed = new Set([...entries.values()].map(({ start }) => start));
  const left = builds.filter(({ start }, at) => at >= builds.length - 2 || needed.has(start));
  const named = new Set([...build.shell, ...left.flatMap((one) => one.assets)].map(keyOf));
  await sweep(APPS, (key) => named.has(key));
  await writeJson(APPS, BUILDS, left);
  await sweep(COPIES, (key) => key === INDEX || entries.has(key.slice(location.origin.length)));
  await clients.claim();
};

const sweep = async (name, isWanted) => {
  const cache = await caches.open(name);
  const keys = (await cache.keys()).filter(({ url }) => !isWanted(url));
  await Promise.all(keys.map((key) => cache.delete(key)));
};

/** What was withdrawn, what names it, and all feeds, which may hold its text. */
const dropWithdrawn = async () => {
  if (build.withdrawn.length === 0) return;
  const gone = [];
  for (const [path, { kind }] of await index()) {
    const isIt = build.withdrawn.some((item) => path === item || path === `${item}data.json`);
    const isFeed = /\/(feeds\/.*|feed\.(json|xml))$/.test(path);
    const text = kind === "text" && !isIt && !isFeed ? await (await kept(path))?.text() : "";
    if (isIt || isFeed || build.withdrawn.some((item) => text?.includes(`"${item}"`))) gone.push(path);
  }
  await forget(gone);
};
