// Measures in the page, the same for both sides. Nothing here knows whose lightbox it is.
const frame = () => new Promise(requestAnimationFrame);

// The pixels across of the file that a picture shows: `naturalWidth` is what `sizes` makes of it where there is a `srcset`.
const pixels = (picture) => {
    const address = (url) => new URL(url, document.baseURI).href;
    const candidates = picture.srcset.split(',').map((text) => text.trim().split(' '));
    const shown = candidates.find(([url]) => url && address(url) === picture.currentSrc);
    return shown ? parseInt(shown[1]) : picture.naturalWidth;
};

// The time from the next click until a picture that `selector` finds is decoded, at least as fine as the screen, seen, and has
// stood still for two frames; counted to the first of these.
window.watchSharp = (selector) => {
    window.sharp = 0;
    addEventListener('click', async ({ timeStamp }) => {
        let before = '', since = 0, stands = 0;
        while (!window.sharp) {
            const now = await frame();
            const picture = document.querySelector(selector);
            const box = picture?.getBoundingClientRect();
            const isSharp = box && picture.complete && pixels(picture) >= Math.min(box.width * devicePixelRatio * 0.95, 1400)
                && box.width > innerWidth * 0.8 && picture.checkVisibility({ opacityProperty: true });
            const place = isSharp ? [box.left, box.top, box.width].map(Math.round).join() : '';
            if (!isSharp || place !== before) { since = now; stands = 0 } else { stands++ }
            before = place;
            if (stands === 2) window.sharp = since - timeStamp;
        }
    }, { capture: true, once: true });
};

// Times between frames, from `true` to `false`.
let frames, last;
const tick = (now) => {
    if (!frames) return;
    if (last) frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
};
window.watchFrames = (starts) => {
    const seen = frames;
    frames = starts ? [] : undefined;
    last = 0;
    if (starts) requestAnimationFrame(tick);
    return seen;
};

// The picture on the stage has loaded (or a moment has passed where none is asked for).
window.photo = async (selector) => {
    for (let n = 0; n < 200; n++) {
        await frame();
        const picture = selector && document.querySelector(selector);
        if (n > 8 && (!selector || (picture?.complete && picture.naturalWidth))) return;
    }
};

// Event Timing: the longest answer to a tap or a key. Entries are of at least 16 ms; none means less.
let longest = 16;
const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) longest = Math.max(longest, entry.duration);
});
observer.observe({ type: 'event', durationThreshold: 16 });
window.slowest = () => longest;
