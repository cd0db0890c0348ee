"""Abstract landscapes: dunes, seas, mountains. Refuses detail: a few planes, one light, much air."""
import numpy as np

from . import light


def _sky(x, y, palette, sun, horizon):
    """A graded sky with one sun; all in 0..1 of the picture."""
    shade, mid, bright, line, accent = light.PALETTES[palette]
    base = light.ramp((y / max(horizon, 0.05)) ** 1.3, shade, mid, bright)
    d = np.hypot((x - sun[0]) * sun[2], y - sun[1])
    base = light.over(base, line, 0.75 * np.exp(-((d / 0.22) ** 2)) * (y < horizon + 0.2))
    return light.over(base, line, np.clip((0.045 - d) / 0.004, 0, 1) * 0.9)


def dunes(w, h, palette, seed, layers=5, horizon=0.42, sun_x=0.7):
    """Sand ridges, each lit on one side of its crest."""
    rng, W, H = np.random.default_rng(seed), int(w * 1.5), int(h * 1.5)
    x, y = light.grid(W, H)
    shade, mid, bright, line, accent = light.PALETTES[palette]
    base = _sky(x, y, palette, (sun_x, horizon * 0.55, w / h), horizon)
    for k in range(layers):
        depth = k / max(1, layers - 1)
        top = horizon + (0.95 - horizon) * depth**1.35
        crest = top + (0.05 + 0.13 * depth) * (0.5 - light.ridge(rng, W, 0.34, 3, 0.7 + 0.5 * rng.random()))
        below = y - crest[None, :]
        mask = np.clip(below * H / 2, 0, 1)
        slope = np.gradient(crest) * W / (0.3 + depth)
        side = 1 / (1 + np.exp(-6 * slope * (1 if sun_x > 0.5 else -1)))[None, :]
        fade = np.exp(-below.clip(0) / (0.10 + 0.10 * depth))
        tone = 0.30 + 0.55 * side * fade + 0.22 * fade * (1 - depth)
        ripple = 0.02 * np.sin((below * 210 / (0.35 + depth) + 7 * light.noise(rng, W, H, 4, 2)) * 2)
        colour = light.ramp(tone + ripple, shade, mid, bright)
        haze = light.ramp(np.full((H, W), 0.8), shade, mid, bright)
        colour = colour + (haze - colour) * (0.55 * (1 - depth) ** 2)
        base = base + (colour - base) * mask[..., None]
    return light.finish(base, rng, (w, h))


def sea(w, h, palette, seed, horizon=0.5, sun_x=0.5, calm=1.0):
    """Water under a low sun, the reflection broken into level strokes."""
    rng, W, H = np.random.default_rng(seed), int(w * 1.5), int(h * 1.5)
    x, y = light.grid(W, H)
    shade, mid, bright, line, accent = light.PALETTES[palette]
    base = _sky(x, y, palette, (sun_x, horizon * 0.72, w / h), horizon)
    for _ in range(5):
        cy, cx, s = rng.uniform(0.08, horizon * 0.8), rng.random(), rng.uniform(0.2, 0.5)
        band = np.exp(-(((y - cy - 0.02 * np.sin(x * 5 + seed)) / 0.018) ** 2 + ((x - cx) / s) ** 2))
        base = light.over(base, line, 0.28 * band * light.noise(rng, W, H, 6, 3))
    depth = np.clip((y - horizon) / (1 - horizon), 0, 1)
    water = light.ramp(0.78 * (1 - depth) ** 1.6 + 0.06, shade, mid, bright)
    rows = np.cumsum(np.ones(H) / (4 + 40 * np.linspace(0, 1, H)))
    streak = light.noise(rng, W, H, 5, 3)
    waves = np.sin(rows[:, None] * 14 / calm + streak * 9 + x * 6) * 0.5 + 0.5
    water = light.over(water, shade, 0.22 * waves * depth)
    spread = 0.035 + 0.22 * depth
    glint = np.exp(-(((x - sun_x) / spread) ** 2)) * (waves**3) * (1 - 0.45 * depth)
    water = light.over(water, line, 0.85 * glint)
    mask = np.clip((y - horizon) * H / 2, 0, 1)
    base = base + (water - base) * mask[..., None]
    return light.finish(base, rng, (w, h))


def mountains(w, h, palette, seed, layers=6, horizon=0.3, sun_x=0.3):
    """Ranges fading into air."""
    rng, W, H = np.random.default_rng(seed), int(w * 1.5), int(h * 1.5)
    x, y = light.grid(W, H)
    shade, mid, bright, line, accent = light.PALETTES[palette]
    base = _sky(x, y, palette, (sun_x, horizon * 0.7, w / h), 0.75)
    for k in range(layers):
        depth = (k + 1) / layers
        crest = horizon + 0.62 * depth - (0.16 + 0.12 * depth) * light.ridge(rng, W, 0.52, 8, 0.8 + 1.1 * rng.random())
        below = y - crest[None, :]
        mask = np.clip(below * H / 1.5, 0, 1)
        tone = 0.86 * (1 - depth) + 0.04 + 0.5 * (1 - depth) * np.clip(below * 2.2, 0, 0.4)
        base = base + (light.ramp(tone, shade, mid, bright) - base) * mask[..., None]
    return light.finish(base, rng, (w, h))
