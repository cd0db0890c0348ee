// What keeps a reader from reading the page as it stands, a line each, for `readable.rs`. Runs as a function's body.
const width = document.documentElement.clientWidth;
const found = [];
const name = (e) => `${e.tagName.toLowerCase()}.${[...e.classList].join('.')}`;
const scrolls = (e) => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
// Engines give boxes to what a closed menu holds, too.
// So is what is printed on a report's page, and its text lies over it unseen.
const hides = (e) => e.closest('.visually-hidden, .skip, .viewer-page, svg, details:not([open]) > :not(summary)');

if (document.documentElement.scrollWidth > width) {
    found.push(`the page is ${document.documentElement.scrollWidth} px wide on ${width}`);
}
const lines = [];
const walker = document.createTreeWalker(document.getElementById('nashra'), NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || hides(holder) || getComputedStyle(holder).visibility === 'hidden') continue;
    let scroller = holder;
    while (scroller && !scrolls(scroller)) scroller = scroller.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
        if (right - left < 1) continue;
        if (!scroller && (left < -1 || right > width + 1)) found.push(`${name(holder)} stands over the edge: ${node.data.trim().slice(0, 40)}`);
        lines.push({ holder, left, right, top, bottom, text: node.data.trim().slice(0, 30) });
    }
}
if (lines.length < 10) found.push(`only ${lines.length} lines of text`);
lines.sort((a, b) => a.top - b.top);
lines.forEach((line, i) => {
    for (const other of lines.slice(i + 1)) {
        if (other.top > line.bottom) break;
        const across = Math.min(line.right, other.right) - Math.max(line.left, other.left);
        const down = Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top);
        // Faces are taller than their lines: neighbours may touch.
        const least = Math.min(line.bottom - line.top, other.bottom - other.top);
        if (across > 2 && down > least * 0.5) {
            found.push(`${name(line.holder)} “${line.text}” and ${name(other.holder)} “${other.text}” overlap`);
        }
    }
});
for (const e of document.querySelectorAll('#nashra *')) {
    const style = getComputedStyle(e);
    const cuts = style.overflowY === 'hidden' || style.overflowY === 'clip';
    const holdsText = [...e.querySelectorAll('*'), e].some((part) => [...part.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
    if (cuts && holdsText && !hides(e) && e.scrollHeight > e.clientHeight + 2) found.push(`${name(e)} cuts its text off`);
}
for (const column of document.querySelectorAll('.prose')) {
    const characters = column.clientWidth / parseFloat(getComputedStyle(column).fontSize);
    if (characters > 48) found.push(`a column of ${Math.round(characters)} em`);
    if (column.clientWidth < Math.min(width * 0.6, 480)) found.push(`a column of ${column.clientWidth} px on ${width}`);
}
return found;
