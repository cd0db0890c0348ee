// Where the parts of a text stand on the screen, from left to right, for `ordered.rs`. `arguments`: an element, parts of its text.
const [element, parts] = arguments;
const nodes = [];
const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
let text = '';
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, start: text.length });
    text += node.data;
}
const at = (index) => {
    const { node, start } = nodes.findLast((n) => n.start <= index);
    return [node, index - start];
};
let from = 0;
const boxes = parts.logical.map((part) => {
    const start = text.indexOf(part, from);
    if (start < 0) throw new Error(`${JSON.stringify(part)} is not in ${JSON.stringify(text.slice(from))}`);
    from = start + part.length;
    const range = document.createRange();
    range.setStart(...at(start));
    const [last, offset] = at(from - 1);
    range.setEnd(last, offset + 1);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    const edge = (side, pick) => pick(...rects.map((rect) => rect[side]));
    return {
        part,
        left: edge('left', Math.min),
        right: edge('right', Math.max),
        top: edge('top', Math.min),
        bottom: edge('bottom', Math.max),
    };
});
boxes.sort((a, b) => a.left - b.left);
const faults = boxes.slice(1).flatMap((box, i) => {
    const before = boxes[i];
    const isOver = before.right - box.left > 1.5;
    const isBelow = box.top > before.bottom || before.top > box.bottom;
    return isOver ? [`${before.part} runs into ${box.part}`] : isBelow ? [`${box.part} is on another line`] : [];
});
return { order: boxes.map((box) => box.part), faults };
