// Runs before the page's own scripts, on both sides: when something of the first page is seen, and when the page itself is.
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const frame = () => new Promise(requestAnimationFrame);
  const FINISHED = 3;
  const ours = {
    isLive: (n) => document.getElementById(`page=${n}`)?.querySelector("[data-live]"),
    isReadable: () => {
      const poster = document.getElementById("page=1")?.querySelector(".viewer-poster");
      return poster?.complete && poster.naturalWidth > 0;
    },
    page: (n) => document.getElementById(`page=${n}`),
    canvas: (n) => document.getElementById(`page=${n}`)?.querySelector(".viewer-canvas"),
    next: () => document.querySelector("[data-do=on]").click(),
    scroller: () => document.scrollingElement,
  };
  const theirs = {
    isLive: (n) => globalThis.peer?.getPageView(n - 1)?.renderingState === FINISHED,
    isReadable: () => theirs.isLive(1),
    page: (n) => document.querySelector(`.page[data-page-number="${n}"]`),
    canvas: (n) => theirs.page(n)?.querySelector("canvas"),
    next: () => globalThis.peer.nextPage(),
    scroller: () => document.getElementById("container"),
  };
  const side = () => (document.querySelector("#container > .pdfViewer") ? theirs : ours);
  const told = { readable: null, live: null };
  globalThis.told = told;

  const watch = () => {
    const clicked = Number(sessionStorage.clicked);
    if (clicked) {
      if (told.readable === null && side().isReadable()) told.readable = now() - clicked;
      if (told.live === null && side().isLive(1)) told.live = now() - clicked;
    }
    if (told.live === null) requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);

  // A page that does not come within this many milliseconds does not come.
  const PATIENCE = 20_000;
  const live = async (n) => {
    const start = performance.now();
    while (!side().isLive(n)) {
      if (performance.now() - start > PATIENCE) throw `page ${n} did not come`;
      await frame();
    }
  };

  globalThis.clickOn = (selector) => {
    sessionStorage.clicked = now();
    document.querySelector(selector).click();
  };

  // The median of turns to pages 2 to 6, each from the press until the page is there.
  globalThis.turnPages = async () => {
    const times = [];
    for (let n = 2; n <= 6; n++) {
      const start = performance.now();
      side().next();
      await live(n);
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[2];
  };

  // From the sixth page on, five pages a second; frames that did not come in time, and when the last page was sharp.
  globalThis.scrollPages = async (nPages) => {
    const scroller = side().scroller();
    const top = (n) => side().page(n).getBoundingClientRect().top + scroller.scrollTop;
    const [from, to] = [scroller.scrollTop, top(6 + nPages) - 100];
    const start = performance.now();
    const length = (nPages / 5) * 1000;
    let [last, dropped] = [start, 0];
    for (;;) {
      const time = await frame();
      dropped += Math.max(0, Math.round((time - last) / (1000 / 60)) - 1);
      last = time;
      const share = Math.min(1, (time - start) / length);
      scroller.scrollTop = from + (to - from) * Math.max(0, share);
      if (share === 1) break;
    }
    await live(6 + nPages);
    return { dropped, sharp: performance.now() - start };
  };

  // A page as a small grey picture, to see that both sides draw the same, and its width in pixels.
  globalThis.pictureOf = (n) => {
    const canvas = side().canvas(n);
    const small = document.createElement("canvas");
    [small.width, small.height] = [32, 45];
    const context = small.getContext("2d");
    context.drawImage(canvas, 0, 0, 32, 45);
    const { data } = context.getImageData(0, 0, 32, 45);
    const grey = [];
    for (let at = 0; at < data.length; at += 4) grey.push(data[at + 1]);
    return { grey, width: canvas.width };
  };
})();
