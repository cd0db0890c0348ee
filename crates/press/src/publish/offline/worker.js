// The service worker of a newsroom: what was read reads again without a network. `nashra publish` writes it as `sw.js`, with `build` and
// `copies.js` before it. `build` is { prefix, languages (the default one first), start, core, assets, shell, withdrawn, version }.
//
// The host is asked first for everything that may change, so no page is stale while there is a network.

/** How long the host may take where there is a copy. The app itself waits 10 s. */
const PATIENCE_MS = 4000;
/** When a file is kept that the page got as it came, after it was asked for: out of the browser's own cache, and at last from wherever
 * it is. */
const KEEP_AFTER = [
  [500, "only-if-cached"],
  [5000, "force-cache"],
];
const KEEP_LARGE_AFTER = [
  [3000, "only-if-cached"],
  [30000, "force-cache"],
];
/** Pages that the offline page leads to. */
const N_LISTED = 20;

/** Asks the host, and keeps what it answers. */
const ask = async (event, path) => {
  const response = await fetch(event.request);
  const data = kindOf(path) === "page" ? dataOf(path) : undefined;
  if (response.status === 404 || response.status === 410) event.waitUntil(forget([path, data]));
  if (response.status === 200) {
    event.waitUntil(isLarge(path) ? keepLater(path) : keep(path, response.clone()));
    // A link to this page asks for its data alone.
    if (data) event.waitUntil(learn(data));
  }
  return response;
};

/** Large files go to the page as they come: a copy made on the way would hold both up. */
const isLarge = (path) => /\.(wasm|pdf)$/i.test(path);

const isFixed = (path) => path.startsWith(`${prefix}assets/`);
/** Whether files can be kept out of the browser's own cache afterwards: Chromium is known to have them there. WebKitGTK keeps nothing
 * that scripts fetch, and would ask the host twice. */
const hasCache = "userAgentData" in navigator;

/** Paths that wait to be kept. */
const waiting = new Set();
/** Keeps it from the browser's own cache, so that nothing is asked for twice. */
const keepLater = async (path) => {
  if (waiting.has(path)) return;
  waiting.add(path);
  for (const [ms, cache] of isLarge(path) ? KEEP_LARGE_AFTER : KEEP_AFTER) {
    await wait(ms);
    const response = await fetch(keyOf(path), { cache, mode: "same-origin", priority: "low" }).catch(() => undefined);
    if (response && (await keep(path, response))) break;
  }
  waiting.delete(path);
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
  if (request.headers.has("range")) event.respondWith(part(request, path));
  // Of this there is no copy: a detour through here would only hold it up.
  else if (isFixed(path) && hasCache && isSurveyed && !copied.has(path)) event.waitUntil(keepLater(path));
  else event.respondWith(isFixed(path) ? copyFirst(event, path) : hostFirst(event, path));
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
  await dropWithdrawn();
  const entries = await index();
  const builds = (await readJson(APPS, BUILDS)).filter(({ start }) => start !== build.start);
  builds.push({ start: build.start, assets: build.assets });
  const needed = new Set([...entries.values()].map(({ start }) => start));
  const left = builds.filter(({ start }, at) => at >= builds.length - 2 || needed.has(start));
  const named = new Set([...build.shell, ...left.flatMap((one) => one.assets)].map(keyOf));
  await sweep(APPS, (key) => named.has(key));
  await writeJson(APPS, BUILDS, left);
  // A page may ask for copies while this goes on.
  const isKnown = (path) => entries.has(path) || arriving.has(path);
  await sweep(COPIES, (key) => key === INDEX || isKnown(key.slice(location.origin.length)));
  await clients.claim();
};
