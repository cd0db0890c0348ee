// Measures every visible element of the page for `mirrored.rs`: its box, the extents of its lines, and what its style says of
// left and right. Runs as a function's body; one call, one page.
const round = (n) => Math.round(n * 10) / 10;
const width = document.documentElement.clientWidth;
const isInline = (style) => style.display === 'inline' || style.display === 'contents';
const isPicture = (e) => ['IMG', 'svg', 'VIDEO', 'CANVAS'].includes(e.tagName);
const matrix = (style) => new DOMMatrixReadOnly(style.transform === 'none' ? '' : style.transform);

// The horizontal scale that an element is painted at: -1 is mirrored.
const paintedScale = (e) => {
    let scale = 1;
    for (let at = e; at; at = at.parentElement) scale *= Math.sign(matrix(getComputedStyle(at)).a) || 1;
    return scale;
};

// A drawing of one open line, the same above and below its middle but not left and right of it, points along the line of
// reading: a chevron, an arrow.
const pointsAlong = (svg) => {
    const paths = [...svg.querySelectorAll('path')];
    if (paths.length !== 1 || (paths[0].getAttribute('d').match(/m/gi) ?? []).length !== 1) return false;
    const [path] = paths;
    const length = path.getTotalLength();
    const points = Array.from({ length: 41 }, (_, i) => path.getPointAtLength(length * i / 40));
    const box = path.getBBox();
    const has = (x, y) => points.some((p) => Math.hypot(p.x - x, p.y - y) < 0.6);
    const isEven = points.every((p) => has(p.x, 2 * box.y + box.height - p.y));
    const isOneSided = !points.every((p) => has(2 * box.x + box.width - p.x, p.y));
    return isEven && isOneSided;
};

// Extents of the lines of text that stand directly in this block.
const lines = (block) => {
    const found = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        let holder = node.parentElement;
        while (holder !== block && isInline(getComputedStyle(holder))) holder = holder.parentElement;
        if (holder !== block || !node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, right, top, bottom } of range.getClientRects()) {
            if (right - left < 0.5) continue;
            const middle = (top + bottom) / 2;
            const line = found.find((l) => middle > l.top && middle < l.bottom);
            if (line) {
                line.left = Math.min(line.left, left);
                line.right = Math.max(line.right, right);
            } else {
                found.push({ left, right, top, bottom });
            }
        }
    }
    return found.map(({ left, right }) => [round(left), round(right)]);
};

// Pairs of [at the left, at the right] that swap when a style mirrors, and values that stay.
const sides = (e, pseudo) => {
    const style = getComputedStyle(e, pseudo);
    if (pseudo && (style.content === 'none' || style.content === 'normal')) return {};
    const pair = (left, right) => [style[left], style[right]];
    const isPlaced = style.position !== 'static';
    const turn = matrix(style);
    return {
        pairs: {
            // An element's own margins show in its box; WebKitGTK tells of more than were set.
            margin: pseudo ? pair('marginLeft', 'marginRight') : ['', ''],
            padding: pair('paddingLeft', 'paddingRight'),
            'border width': pair('borderLeftWidth', 'borderRightWidth'),
            'border style': pair('borderLeftStyle', 'borderRightStyle'),
            'border colour': [parseFloat(style.borderLeftWidth) && style.borderLeftColor,
                parseFloat(style.borderRightWidth) && style.borderRightColor],
            'upper corners': pair('borderTopLeftRadius', 'borderTopRightRadius'),
            'lower corners': pair('borderBottomLeftRadius', 'borderBottomRightRadius'),
            inset: isPlaced ? pair('left', 'right') : ['', ''],
            align: [String(style.textAlign === 'left' || style.textAlign === '-webkit-left'),
                String(style.textAlign === 'right' || style.textAlign === '-webkit-right')],
            float: [String(style.float === 'left'), String(style.float === 'right')],
        },
        slide: round(turn.e),
        focus: style.objectPosition,
    };
};

const name = (e) => {
    const own = e.tagName.toLowerCase() + [...e.classList].map((c) => `.${c}`).join('');
    const holder = e.parentElement.closest('[class]');
    return holder?.classList.length ? `.${holder.classList[0]} ${own}` : own;
};

const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
// A page of a report is printed: it is the same in every language.
const elements = [...document.querySelectorAll('#nashra *')].filter((e) => seen(e) && !e.closest('svg *, .viewer-page *'));
return {
    width,
    overflows: document.documentElement.scrollWidth > width,
    elements: elements.map((e) => {
        const style = getComputedStyle(e);
        const { left, right, top, bottom } = e.getBoundingClientRect();
        const picture = isPicture(e);
        const isBox = !isInline(style) || picture;
        return {
            name: name(e),
            // A direction of its own, and whether the element only stands inside such a one.
            dir: e.closest('[dir]').getAttribute('dir'),
            isInside: !e.hasAttribute('dir'),
            box: isBox ? [left, right, top, bottom].map(round) : null,
            lines: isInline(style) ? [] : lines(e),
            own: sides(e),
            before: sides(e, '::before'),
            after: sides(e, '::after'),
            scale: picture ? paintedScale(e) : 0,
            points: e.tagName === 'svg' && pointsAlong(e),
        };
    }),
};
