import { render } from "preact";
import style from "widget.css";
import { Widget, load } from "./cards.jsx";

customElements.define(
  "preact-releases",
  class extends HTMLElement {
    async connectedCallback() {
      const base = new URL(`${this.lang}/releases/`, this.getAttribute("src")).href;
      const data = await load(base);
      const root = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      root.adoptedStyleSheets = [sheet];
      render(<Widget data={data} base={base} limit={Number(this.getAttribute("limit"))} />, root);
      this.dispatchEvent(new CustomEvent("peer:ready", { bubbles: true }));
    }
  },
);
