"""Data-like compositions: bars, dots, contours, threads, fields. Refuses to pass for a real chart: no axes, no numbers."""
import numpy as np
from PIL import Image, ImageDraw

from . import light


def _canvas(w, h, palette, seed, lift=0.0):
    rng = np.random.default_rng(seed)
    x, y = light.grid(w * 2, h * 2)
    shade, mid, bright, line, accent = light.PALETTES[palette]
    glow = np.exp(-(((x - rng.uniform(0.2, 0.8)) / 0.7) ** 2 + ((y - 0.2) / 0.8) ** 2))
    return rng, x, y, light.ramp(0.12 + lift + 0.5 * glow, shade, mid, bright), light.PALETTES[palette]


def bars(w, h, palette, seed, n=26):
    """Standing bars under a curve, their feet in mist."""
    rng, x, y, base, (shade, mid, bright, line, accent) = _canvas(w, h, palette, seed)
    W, H = w * 2, h * 2
    trend = 0.25 + 0.5 * np.linspace(0, 1, n) ** 1.4 + 0.10 * np.sin(np.linspace(0, 9, n) + seed)
    for layer in range(3):
        img = Image.new("L", (W, H), 0)
        pen = ImageDraw.Draw(img)
        for i in range(n):
            top = H * (0.92 - trend[i] * (0.78 - 0.17 * layer) + 0.04 * rng.random() + 0.05 * layer)
            left, width = (i + 0.2 + 0.1 * layer) * W / n, W / n * (0.6 - 0.1 * layer)
            pen.rounded_rectangle([left, top, left + width, H * 1.1], radius=width * 0.18, fill=255)
        m = np.asarray(img).astype(np.float32) / 255
        colour = (mid, bright, line)[layer]
        base = light.over(base, colour, m * (0.25 + 0.2 * layer) * np.clip(1.15 - y, 0, 1))
    curve = Image.new("L", (W, H), 0)
    xs = np.linspace(-0.02, 1.02, 200)
    ys = 0.88 - 0.86 * np.interp(xs, np.linspace(0, 1, n), np.convolve(np.pad(trend, 3, "edge"), np.ones(7) / 7, "valid"))
    ImageDraw.Draw(curve).line(list(zip(xs * W, ys * H)), fill=255, width=max(5, H // 220), joint="curve")
    m = np.asarray(curve).astype(np.float32) / 255
    base = light.over(base, accent, light.blur(m, 14) * 0.6)
    return light.finish(light.over(base, accent, m), rng, (w, h))


def dots(w, h, palette, seed, pitch=26):
    """A field of dots whose size tells the height of an unseen land."""
    rng, x, y, base, (shade, mid, bright, line, accent) = _canvas(w, h, palette, seed)
    W, H, step = w * 2, h * 2, pitch * 2
    field = light.noise(rng, W, H, 3, 3)
    img, hot = Image.new("L", (W, H), 0), Image.new("L", (W, H), 0)
    a, b = ImageDraw.Draw(img), ImageDraw.Draw(hot)
    for j in range(H // step + 1):
        for i in range(W // step + 1):
            cx, cy = (i + 0.5 + 0.5 * (j % 2)) * step, (j + 0.5) * step
            v = field[min(int(cy), H - 1), min(int(cx), W - 1)]
            r = step * (0.05 + 0.40 * v**1.8)
            (b if v > 0.78 else a).ellipse([cx - r, cy - r, cx + r, cy + r], fill=255)
    base = light.over(base, line, np.asarray(img).astype(np.float32) / 255 * (0.25 + 0.6 * field))
    return light.finish(light.over(base, accent, np.asarray(hot).astype(np.float32) / 255 * 0.95), rng, (w, h))


def contours(w, h, palette, seed, levels=22):
    """Lines of equal height, as on a map without names."""
    rng, x, y, base, (shade, mid, bright, line, accent) = _canvas(w, h, palette, seed)
    W, H = w * 2, h * 2
    field = light.noise(rng, W, H, 2.4, 4, 0.42)
    base = base + (light.ramp(field * 0.8 + 0.05, shade, mid, bright) - base) * 0.55
    gy, gx = np.gradient(field)
    slope = np.hypot(gx, gy) + 1e-6
    for k in range(1, levels):
        strong = k % 5 == 0
        dist = np.abs(field - k / levels) / slope
        m = np.clip((3.4 if strong else 1.9) - dist, 0, 1)
        base = light.over(base, accent if strong else line, m * (0.85 if strong else 0.5))
    return light.finish(base, rng, (w, h))


def threads(w, h, palette, seed, n=90):
    """Threads that leave many places and meet in few."""
    rng, x, y, base, (shade, mid, bright, line, accent) = _canvas(w, h, palette, seed)
    W, H = w * 2, h * 2
    ends = rng.dirichlet(np.ones(5) * 2)
    t = np.linspace(0, 1, 160)
    ease = t * t * (3 - 2 * t)
    soft = np.zeros((H, W), np.float32)
    glow = np.zeros((H, W), np.float32)
    for i in range(n):
        a = (i + 0.5) / n
        group = int(rng.choice(5, p=ends))
        b = 0.12 + 0.19 * group + 0.05 * (rng.random() - 0.5)
        ys = (0.06 + 0.88 * a + (b - 0.06 - 0.88 * a) * ease + 0.012 * np.sin(6 * t + i)) * H
        img = Image.new("L", (W, H), 0)
        ImageDraw.Draw(img).line(list(zip(t * W, ys)), fill=255, width=3 + i % 3)
        m = np.asarray(img).astype(np.float32) / 255
        if group == 2:
            glow = np.maximum(glow, m)
        else:
            soft = np.maximum(soft, m * (0.35 + 0.5 * rng.random()))
    base = light.over(base, line, soft * (0.35 + 0.6 * x))
    base = light.over(base, accent, light.blur(glow, 9) * 0.5)
    return light.finish(light.over(base, accent, glow * 0.95), rng, (w, h))


def fields(w, h, palette, seed, n=60):
    """Farmland from the air: plots in the tones of one season, parted by pale tracks."""
    rng, x, y, _, (shade, mid, bright, line, accent) = _canvas(w, h, palette, seed)
    W, H = w * 2, h * 2
    sites = rng.random((n, 2)) * (W, H)
    px, py = x * W, y * H
    px = px + 60 * (light.noise(rng, W, H, 4, 2) - 0.5)
    near, second, owner = np.full((H, W), 1e9, np.float32), np.full((H, W), 1e9, np.float32), np.zeros((H, W), int)
    for i, (sx, sy) in enumerate(sites):
        d = np.abs(px - sx) * 0.72 + np.abs(py - sy) * 0.55 + np.hypot(px - sx, py - sy) * 0.35
        closer = d < near
        second = np.where(closer, near, np.minimum(second, d))
        owner, near = np.where(closer, i, owner), np.where(closer, d, near)
    tones, turns = rng.uniform(0.12, 0.95, n), rng.uniform(0, np.pi, n)
    furrow = np.sin((px * np.cos(turns[owner]) + py * np.sin(turns[owner])) / 6.5)
    base = light.ramp(tones[owner] + 0.045 * furrow + 0.10 * (light.noise(rng, W, H, 5) - 0.5), shade, mid, bright)
    warm = (rng.random(n) < 0.14)[owner].astype(np.float32)
    base = light.over(base, accent, warm * (0.5 + 0.08 * furrow))
    track = np.clip((9 - (second - near)) / 3, 0, 1)
    return light.finish(light.over(base, line, track * 0.75), rng, (w, h))
