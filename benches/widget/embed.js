// Frames as services of short messages embed them: the script puts one in the place of each quotation, and sets its height when it tells.
for (const [at, quote] of document.querySelectorAll("blockquote[data-embed]").entries()) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: `${quote.dataset.embed}#${at}`, width: "100%", height: quote.offsetHeight, scrolling: "no", title: "News" });
  frame.style.cssText = "border:none;display:block;flex-grow:1";
  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow || !data.height) return;
    frame.height = data.height;
    dispatchEvent(new CustomEvent("peer:ready"));
  });
  quote.replaceWith(frame);
}
