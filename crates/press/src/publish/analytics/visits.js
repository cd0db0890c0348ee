// Tells the newsroom's own counter which page was opened: its path and language, and the host of the page that led here. No identifier, no
// cookie, no query, nothing of the device; nothing at all from readers who asked not to be followed.
const endpoint = "ENDPOINT";
const asksNotTo = navigator.globalPrivacyControl || [navigator.doNotTrack, window.doNotTrack].includes("1");
let counted;
const count = () => {
  const { pathname } = location;
  // Photos, search words and places in a text change the address, not the page.
  if (pathname === counted) return;
  const referrer = counted === undefined && document.referrer ? new URL(document.referrer).host : "";
  counted = pathname;
  const visit = {
    path: pathname,
    language: document.documentElement.lang,
    referrer: referrer === location.host ? "" : referrer,
  };
  fetch(endpoint, {
    method: "POST",
    // As plain text no server has to be asked first whether it may be sent.
    headers: { "content-type": "text/plain" },
    body: JSON.stringify(visit),
    mode: "no-cors",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    keepalive: true,
  }).catch(() => {});
};
if (!asksNotTo) {
  if (document.prerendering) document.addEventListener("prerenderingchange", count, { once: true });
  else count();
  // The app goes from page to page without loading one. It names a page by its title once that is shown, in the language of the page.
  new MutationObserver(count).observe(document.querySelector("title"), { childList: true, characterData: true, subtree: true });
}
