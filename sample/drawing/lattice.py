"""Star lattices by Hankin's method: rays leave the middle of each tile's edges at one angle and meet in stars.

Refuses to place a star by eye: every point follows from the tiling and the contact angle.
"""
import math

import numpy as np
from PIL import Image, ImageDraw

from . import light


def star(cx, cy, n, side, turn, theta):
    """The star inside a regular tile of `n` edges; `turn` is the direction of one edge's middle (radians)."""
    phi = math.pi / n
    apothem = side / (2 * math.tan(phi))
    t = apothem * math.tan(phi) / (math.cos(theta) + math.sin(theta) * math.tan(phi))
    inner = (apothem - t * math.sin(theta)) / math.cos(phi)
    points = []
    for k in range(n):
        a = turn + 2 * phi * k
        points.append((cx + apothem * math.cos(a), cy + apothem * math.sin(a)))
        points.append((cx + inner * math.cos(a + phi), cy + inner * math.sin(a + phi)))
    return points


def tiles_488(w, h, side):
    """Octagons and squares."""
    p = side * (1 + math.sqrt(2))
    for j in range(-1, int(h / p) + 2):
        for i in range(-1, int(w / p) + 2):
            yield i * p, j * p, 8, 0.0
            yield (i + 0.5) * p, (j + 0.5) * p, 4, math.pi / 4


def tiles_hex(w, h, p):
    """Centres of a triangular lattice of pitch `p`, with the two triangles beside each."""
    row = p * math.sqrt(3) / 2
    for j in range(-1, int(h / row) + 3):
        for i in range(-2, int(w / p) + 3):
            x, y = (i + 0.5 * (j % 2)) * p, j * row
            yield x, y, (x + p / 2, y + row / 3), (x + p / 2, y - row / 3)


def tiles_31212(w, h, side):
    """Dodecagons and triangles."""
    for x, y, down, up in tiles_hex(w, h, side * (2 + math.sqrt(3))):
        yield x, y, 12, 0.0
        yield *down, 3, math.pi / 2
        yield *up, 3, -math.pi / 2


def tiles_4612(w, h, side):
    """Dodecagons, hexagons and squares."""
    p = side * (3 + math.sqrt(3))
    for x, y, down, up in tiles_hex(w, h, p):
        yield x, y, 12, 0.0
        yield *down, 6, math.pi / 2
        yield *up, 6, math.pi / 2
        for a in (0, math.pi / 3, 2 * math.pi / 3):
            yield x + p / 2 * math.cos(a), y + p / 2 * math.sin(a), 4, a


def tiles_666(w, h, side):
    """Hexagons alone."""
    for x, y, _, _ in tiles_hex(w, h, side * math.sqrt(3)):
        yield x, y, 6, 0.0


TILINGS = {"488": tiles_488, "31212": tiles_31212, "4612": tiles_4612, "666": tiles_666}


def draw(w, h, palette, seed, tiling="488", side=110, theta=67.5, inlay=True):
    """A carved star lattice under a raking light; `side` is a tile's edge in pixels, `theta` in degrees."""
    scale, rng = 2, np.random.default_rng(seed)
    W, H = w * scale, h * scale
    shade, mid, bright, line, accent = light.PALETTES[palette]
    strokes, fills, gems = (Image.new("L", (W, H), 0) for _ in range(3))
    pens = [ImageDraw.Draw(i) for i in (strokes, fills, gems)]
    ox, oy = rng.uniform(0, side), rng.uniform(0, side)
    width = max(3, int(side * scale * 0.035))
    for cx, cy, n, turn in TILINGS[tiling](w, h, side):
        pts = star((cx - ox) * scale, (cy - oy) * scale, n, side * scale, turn, math.radians(theta))
        pens[2 if n < 6 else 1].polygon(pts, fill=255)
        pens[0].line(pts + pts[:2], fill=255, width=width, joint="curve")
        if n >= 8:
            core = [((x - (cx - ox) * scale) * 0.42 + (cx - ox) * scale, (y - (cy - oy) * scale) * 0.42 + (cy - oy) * scale) for x, y in pts]
            pens[2].polygon(core, fill=255)
            pens[0].line(core + core[:2], fill=255, width=max(2, width // 2), joint="curve")
    s, f, g = (np.asarray(i).astype(np.float32) / 255 for i in (strokes, fills, gems))
    x, y = light.grid(W, H)
    lx, ly = rng.uniform(0.15, 0.85), rng.uniform(-0.1, 0.4)
    glow = np.exp(-(((x - lx) / 0.62) ** 2 + ((y - ly) / 0.75) ** 2))
    field = 0.18 + 0.75 * glow + 0.08 * (light.noise(rng, W, H, 3) - 0.5)
    base = light.ramp(field, shade, mid, bright)
    if inlay:
        base = light.over(base, shade, f * (0.34 - 0.16 * glow))
        base = light.over(base, accent, g * (0.16 + 0.22 * glow))
    drop = np.roll(light.blur(s, width * 0.7), (width // 2, width // 2), (0, 1))
    base = light.over(base, shade, drop * 0.5)
    base = light.over(base, line, s * (0.22 + 0.62 * glow))
    return light.finish(base, rng, (w, h))
