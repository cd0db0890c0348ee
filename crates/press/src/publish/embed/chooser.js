// The page where a partner chooses: the choice is shown at once, and written as what is to be copied.
import "../nashra-widget.js";

const home = new URL("..", import.meta.url).href;
const form = document.querySelector("form");
const result = document.querySelector(".embed-result");
const fallback = result.querySelector("nashra-releases a");
const [code, frame] = document.querySelectorAll("textarea");
const USUAL = { kind: "release", limit: "3", layout: "list", heading: "3", theme: "auto" };
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
const end = "<" + "/script>";

let element = result.querySelector("nashra-releases");
let height = 0;
const write = () => {
  const choice = Object.fromEntries(new FormData(form));
  const chosen = Object.entries(choice).filter(([name, value]) => name === "lang" || value !== USUAL[name]);
  const attributes = chosen.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  // Room that is kept from the first moment on, so that nothing moves when the cards come.
  const room = height ? ` style="display:block;min-block-size:${height}px"` : "";
  const link = `<a href="${escaped(fallback.href)}">${escaped(fallback.textContent)}</a>`;
  code.value =
    `<script type="module" src="${home}nashra-widget.js">${end}\n` +
    `<nashra-releases src="${home}site.json"${attributes}${room}>\n  ${link}\n</nashra-releases>`;
  const query = new URLSearchParams(chosen.filter(([name]) => name !== "lang"));
  const address = `${home}${choice.lang}/embed/frame/${query.size ? "?" + query : ""}`;
  frame.value =
    `<iframe id="nashra" src="${escaped(address)}" title="${escaped(fallback.textContent)}"\n` +
    `  width="100%" height="${height || 400}" style="border:0" loading="lazy"></iframe>\n` +
    `<script>\n  addEventListener("message", ({ source, data }) => {\n` +
    `    const frame = document.getElementById("nashra");\n` +
    `    if (source === frame.contentWindow && data?.message === "height")\n` +
    `      frame.height = Math.min(Math.max(data.value, 60), 4000);\n  });\n${end}`;
};
const show = () => {
  for (const [name, value] of new FormData(form)) element.setAttribute(name, value);
  write();
};
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("nashra:ready", () => {
  height = Math.ceil(element.shadowRoot.querySelector(".widget").getBoundingClientRect().height);
  write();
});
// A choice is looked at here, not followed.
addEventListener("nashra:select", (event) => event.preventDefault());
for (const button of document.querySelectorAll("button[data-copies]")) {
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    const said = document.querySelector("[role=status]");
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = button.dataset.copied;
    } catch {
      // It is selected: the reader's own keys copy it.
    }
  });
}
show();
