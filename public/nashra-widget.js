// The widget's loader: <nashra-releases> and <nashra-release> for pages of others. It fetches the rest once, when the first element
// comes near, and puts cards in the place of what stands inside an element; where that fails, what stands inside stays.
// `nashra publish` writes the names of this release into it. docs/widget.md says what a page may ask of it.
const names = {};

// What this loader and the module say to each other. A later release answers older loaders through nashra-widget.json, by this number.
const PROTOCOL = "1";
const home = new URL(".", import.meta.url).href;
const at = (name) => new URL(name, home).href;
const FRESH = { cache: "no-cache" };

let loading;
const open = async ({ module, wasm, live, live_wasm }) => {
  const bytes = fetch(at(wasm));
  bytes.catch(() => {});
  const code = await import(at(module));
  await calm(Date.now() + 3000);
  await code.default({ module_or_path: bytes });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(code.style);
  let asking;
  const ask = async (request) => {
    asking ??= import(at(live)).then(async (it) => (await it.default({ module_or_path: fetch(at(live_wasm)) }), it));
    asking.catch(() => (asking = undefined));
    return (await asking).ask(request);
  };
  return { sheet, paint: (host, place) => code.paint(host, place, home, names.languages ?? "", ask) };
};
// A copy of this file that was kept names files of an earlier release: where they are gone, the newsroom is asked.
const again = async (error) => {
  const known = await fetch(at("nashra-widget.json"), FRESH).then((answer) => answer.json(), () => ({}));
  const now = known[PROTOCOL];
  if (!now || now.module === names.module) throw error;
  return open(now);
};
const load = () => (loading ??= open(names).catch(again).catch((error) => ((loading = undefined), Promise.reject(error))));

// What a reader does on the page goes first: nothing long is begun while the page is busy, nor soon after a touch, a click or a key. That is
// listened for while an element waits.
const wait = (ms) => new Promise((go) => setTimeout(go, ms));
let touched = 0;
const calm = async (until) => {
  for (let rest = 0; rest >= 0; rest = Math.min(touched + 300, until) - Date.now()) {
    await wait(rest);
    await (self.requestIdleCallback && new Promise((go) => requestIdleCallback(go, { timeout: 500 })));
  }
};

const attributes = ["src", "limit", "kind", "tag", "layout", "heading", "theme"];

class Releases extends HTMLElement {
  static observedAttributes = ["lang", ...attributes];
  static nashra = PROTOCOL;
  static #near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) target.#begin();
    },
    { rootMargin: "600px" },
  );
  #root;
  #turn = 0;
  #isNear = false;

  connectedCallback() {
    if (this.#isNear) this.#show();
    else Releases.#near.observe(this);
  }

  disconnectedCallback() {
    this.#turn++;
    Releases.#near.unobserve(this);
  }

  attributeChangedCallback(name, before, now) {
    if (this.#isNear && before !== now) this.#show();
  }

  #begin() {
    Releases.#near.unobserve(this);
    this.#isNear = true;
    this.#show();
  }

  #say(name, detail) {
    return this.dispatchEvent(new CustomEvent(`nashra:${name}`, { bubbles: true, cancelable: name === "select", detail }));
  }

  async #show() {
    const turn = ++this.#turn;
    const page = this.ownerDocument;
    const refused = new Set();
    const note = ({ effectiveDirective, violatedDirective, blockedURI }) => {
      if (/^(wasm|trusted)/.test(blockedURI) || blockedURI.startsWith(new URL(home).origin))
        refused.add(`${effectiveDirective || violatedDirective} (${blockedURI})`);
    };
    const touch = () => (touched = Date.now());
    const heard = { securitypolicyviolation: note, pointerdown: touch, keydown: touch };
    for (const name in heard) page.addEventListener(name, heard[name], true);
    const until = Date.now() + 3000;
    try {
      // Several attributes set in a row are one change.
      await undefined;
      if (turn !== this.#turn || !this.isConnected) return;
      const { sheet, paint } = await load();
      await calm(until);
      const place = page.createElement("div");
      const count = await paint(this, place);
      await calm(until);
      if (turn !== this.#turn || !this.isConnected) return;
      this.#root ??= this.#shadow(sheet);
      this.#root.replaceChildren(place);
      this.#say("ready", { count });
    } catch (error) {
      // Violations are told after what they broke.
      await wait(50);
      if (turn !== this.#turn || !this.isConnected) return;
      this.#root?.replaceChildren(page.createElement("slot"));
      const text = String(error?.message ?? error);
      if (/(unsafe|wasm)-eval|content security policy|by CSP/i.test(text)) refused.add("script-src 'wasm-unsafe-eval'");
      const reason = refused.size ? "policy" : typeof error === "string" ? text.split(" ")[0] : "module";
      const why = refused.size ? `the page's Content-Security-Policy refuses: ${[...refused].join(", ")}. ` : "";
      console.warn(`Nashra: <${this.localName}> stays as it is; ${why}${text}`);
      this.#say("error", { reason, message: why + text });
    } finally {
      for (const name in heard) page.removeEventListener(name, heard[name], true);
    }
  }

  #shadow(sheet) {
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.addEventListener("click", (event) => {
      const link = event.target.closest?.("a");
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (link && !this.#say("select", { url: link.href, title: link.textContent })) event.preventDefault();
    });
    return root;
  }
}
for (const name of attributes)
  Object.defineProperty(Releases.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });

for (const [name, element] of [
  ["nashra-releases", Releases],
  ["nashra-release", class extends Releases {}],
]) {
  const taken = customElements.get(name);
  if (!taken) customElements.define(name, element);
  else if (!taken.nashra) console.warn(`Nashra: this page has a <${name}> of its own; ours are left as they are.`);
}
