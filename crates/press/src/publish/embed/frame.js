// A newsroom's cards in a frame on a page of somebody else's: what is shown stands in the query, and the page around hears how high it
// is. The frame may have no origin, no storage and no right to lead anywhere; then it asks the page around to open a link, as WordPress
// does, and says the address where nobody does.
import "../nashra-widget.js";

const query = new URLSearchParams(location.search);
const home = new URL("..", import.meta.url);
let element = document.querySelector("nashra-releases");
const item = query.get("item");
const url = item && new URL(item, home);
if (url && url.origin === home.origin && url.pathname.startsWith(home.pathname)) {
  const one = document.createElement("nashra-release");
  const link = element.querySelector("a");
  link.href = url.href;
  one.setAttribute("src", url.href);
  one.append(link);
  element.replaceWith(one);
  element = one;
}
for (const name of ["limit", "kind", "tag", "layout", "heading", "theme"]) {
  if (query.has(name)) element.setAttribute(name, query.get(name));
}
const theme = query.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.style.colorScheme = theme;

// WordPress gives its frames a secret, by which it knows their messages.
const secret = new URLSearchParams(location.hash.replace(/^#\??/, "")).get("secret") ?? undefined;
const tell = (message, value) => parent.postMessage({ message, value, secret, nashra: 1 }, "*");
const tellHeight = () => tell("height", Math.ceil(document.querySelector("main").getBoundingClientRect().height));
// Not before there is what stays: a height that is said twice moves the page around twice.
const watch = new ResizeObserver(tellHeight);
for (const name of ["nashra:ready", "nashra:error"])
  addEventListener(name, () => watch.observe(document.querySelector("main")));

if (self.origin === "null" && parent !== self) {
  const open = (event, href) => {
    event.preventDefault();
    tell("link", href);
    const place = document.querySelector("output");
    place.textContent = href;
    place.hidden = false;
  };
  addEventListener("nashra:select", (event) => open(event, event.detail.url));
  document.querySelector("a").addEventListener("click", (event) => open(event, event.currentTarget.href));
}
