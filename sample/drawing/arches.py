"""Architecture: nested arches, an arcade, a window screen. Refuses ornament that the light does not need."""
import numpy as np
from PIL import Image, ImageDraw

from . import lattice, light


def _arch(cx, base_y, width, height, kind):
    """The outline of one opening; `kind` is round, pointed or horseshoe. Pixels."""
    r, pts = width / 2, []
    spring = base_y - height + (r if kind != "pointed" else r * 1.25)
    if kind == "pointed":
        big = width * 0.82
        for a in np.linspace(0, 1, 60):
            y = a * r * 1.25
            x = np.sqrt(max(big**2 - (y * big * 0.92 / (r * 1.25)) ** 2, 0)) - (big - r)
            pts.append((max(x, 0), spring - y))
    else:
        low = -0.5 if kind == "horseshoe" else 0.0
        for a in np.linspace(low, np.pi / 2, 80):
            pts.append((r * np.cos(a), spring - r * np.sin(a)))
    foot = pts[0][0]
    right = [(cx + foot * 1.0, base_y), *[(cx + x, y) for x, y in pts]]
    left = [(cx - x, y) for x, y in reversed(pts)] + [(cx - foot, base_y)]
    return right + left


def _mask(W, H, polygons):
    img = Image.new("L", (W, H), 0)
    pen = ImageDraw.Draw(img)
    for p in polygons:
        pen.polygon(p, fill=255)
    return np.asarray(img).astype(np.float32) / 255


def nested(w, h, palette, seed, kind="pointed", depth=6, sun=0.5):
    """One arch behind another, the last one open to the light."""
    rng, W, H = np.random.default_rng(seed), w * 2, h * 2
    x, y = light.grid(W, H)
    shade, mid, bright, line, accent = light.PALETTES[palette]
    base = light.ramp(0.18 + 0.3 * (1 - y) + 0.2 * x + 0.05 * light.noise(rng, W, H, 5), shade, mid, bright)
    for k in range(depth):
        t = k / (depth - 1)
        width = W * (0.86 - 0.62 * t**0.8) if W < H else H * (0.9 - 0.62 * t**0.8)
        height = min(H * (0.94 - 0.5 * t**0.85), width * 2.1)
        floor = H * (1.02 - 0.16 * t**0.7)
        m = _mask(W, H, [_arch(W * (0.5 + (sun - 0.5) * t * 0.25), floor, width, height, kind)])
        tone = 0.16 + 0.62 * t + 0.16 * (1 - y) + 0.1 * (x if sun < 0.5 else 1 - x)
        inner = light.ramp(tone + 0.03 * light.noise(rng, W, H, 6), shade, mid, bright, line)
        edge = np.clip(light.blur(m, 26) * m, 0, 1)
        if k == depth - 1:
            inner = light.ramp(y * 1.15, bright, line, line, bright)
        lip = m * (1 - np.roll(m, (10, -12 if sun < 0.5 else 12), (0, 1)))
        base = light.over(base, shade, 0.35 * light.blur(m, 22) * (1 - m))
        base = base + (inner - base) * m[..., None]
        base = light.over(base, shade, 0.30 * m * (1 - edge))
        base = light.over(base, line, 0.55 * light.blur(lip, 1.5))
    return light.finish(base, rng, (w, h))


def arcade(w, h, palette, seed, kind="round", bays=5, sun_x=0.75):
    """A row of arches before a sky, their light falling on the floor."""
    rng, W, H = np.random.default_rng(seed), w * 2, h * 2
    x, y = light.grid(W, H)
    shade, mid, bright, line, accent = light.PALETTES[palette]
    floor = 0.78
    sky = light.ramp(0.35 + 0.75 * y / floor, shade, mid, bright, line)
    d = np.hypot((x - sun_x) * w / h, y - 0.42)
    sky = light.over(sky, line, np.clip((0.06 - d) / 0.004, 0, 1) * 0.95 + 0.5 * np.exp(-((d / 0.35) ** 2)))
    hills = floor - 0.05 - 0.09 * light.ridge(rng, W, 0.4, 4, 1.2)
    sky = light.over(sky, mid, 0.75 * np.clip((y - hills[None, :]) * H / 3, 0, 1))
    wall = light.ramp(0.10 + 0.22 * x + 0.16 * (1 - y) + 0.04 * light.noise(rng, W, H, 7), shade, mid, bright)
    pitch = W / bays
    openings = [_arch((i + 0.5) * pitch, H * floor, pitch * 0.74, H * 0.62, kind) for i in range(bays)]
    m = _mask(W, H, openings)
    jamb = _mask(W, H, [[(px - pitch * 0.035, py + 6) for px, py in o] for o in openings])
    base = wall + (sky - wall) * m[..., None]
    base = light.over(base, bright, 0.55 * np.clip(m - jamb, 0, 1))
    ground = light.ramp(0.20 + 0.30 * (1 - (y - floor) / (1 - floor)), shade, mid, bright)
    gm = np.clip((y - floor) * H / 2, 0, 1)
    base = base + (ground - base) * gm[..., None]
    pools = []
    for i in range(bays):
        a, b = (i + 0.13) * pitch, (i + 0.87) * pitch
        skew = (0.5 - sun_x) * pitch * 1.6
        pools.append([(a, H * floor), (b, H * floor), (b + skew * 1.2 + pitch * 0.1, H), (a + skew * 1.2 - pitch * 0.1, H)])
    base = light.over(base, line, 0.42 * light.blur(_mask(W, H, pools), 9) * gm)
    band = _mask(W, H, [[(0, H * 0.065), (W, H * 0.065), (W, H * 0.082), (0, H * 0.082)]])
    base = light.over(base, line, 0.22 * band)
    return light.finish(base, rng, (w, h))


def screen(w, h, palette, seed, side=60, theta=60.0, tiling="488"):
    """A pierced window screen seen against the light, with the light it lets fall."""
    import math

    rng, W, H = np.random.default_rng(seed), w * 2, h * 2
    x, y = light.grid(W, H)
    shade, mid, bright, line, accent = light.PALETTES[palette]
    img = Image.new("L", (W, H), 0)
    pen = ImageDraw.Draw(img)
    for cx, cy, n, turn in lattice.TILINGS[tiling](w, h, side):
        s = lattice.star(cx * 2, cy * 2, n, side * 2, turn, math.radians(theta))
        pen.polygon([((px - cx * 2) * 0.9 + cx * 2, (py - cy * 2) * 0.9 + cy * 2) for px, py in s], fill=255)
    holes = np.asarray(img).astype(np.float32) / 255
    frame = np.minimum(np.minimum(x, 1 - x) * w / h, np.minimum(y, 1 - y))
    holes = holes * np.clip((frame - 0.07) * 400, 0, 1)
    outside = light.ramp(1.05 - 0.9 * y + 0.25 * light.noise(rng, W, H, 3), mid, bright, line, line)
    wood = light.ramp(0.10 + 0.22 * light.noise(rng, W, H, 9) + 0.18 * (frame < 0.07), shade, mid, bright)
    base = wood + (outside - wood) * holes[..., None]
    base = light.over(base, line, 0.35 * light.blur(holes, 30) * (1 - holes))
    rim = holes * (1 - np.roll(holes, (7, 7), (0, 1)))
    base = light.over(base, shade, 0.5 * rim)
    inner = np.abs(frame - 0.062) < 0.0035
    return light.finish(light.over(base, accent, 0.5 * inner.astype(np.float32)), rng, (w, h))
