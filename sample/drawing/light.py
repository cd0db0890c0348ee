"""Light, colour and grain shared by every family. Refuses to know what is drawn in it."""
import math

import numpy as np
from PIL import Image, ImageFilter

# Each palette runs from shade to light, then names its line and its accent.
PALETTES = {
    "green": ((8, 46, 44), (20, 104, 84), (126, 176, 140), (232, 214, 170), (206, 160, 96)),
    "indigo": ((22, 28, 62), (58, 76, 132), (150, 166, 206), (238, 220, 186), (214, 164, 112)),
    "clay": ((74, 32, 24), (168, 96, 60), (226, 178, 136), (252, 232, 200), (60, 96, 98)),
    "teal": ((12, 46, 62), (36, 114, 124), (150, 202, 200), (236, 230, 210), (222, 170, 104)),
    "plum": ((46, 34, 62), (120, 88, 126), (204, 176, 196), (246, 226, 210), (214, 158, 118)),
    "olive": ((32, 54, 38), (104, 128, 76), (190, 200, 146), (246, 238, 210), (192, 128, 70)),
    "sand": ((150, 110, 74), (212, 178, 132), (244, 226, 192), (255, 248, 230), (42, 96, 86)),
    "paper": ((206, 200, 186), (236, 231, 219), (250, 248, 242), (24, 92, 76), (184, 98, 66)),
    "dusk": ((30, 26, 58), (128, 72, 96), (238, 170, 124), (255, 226, 180), (255, 200, 130)),
    "dawn": ((60, 88, 118), (170, 178, 186), (244, 214, 184), (255, 242, 222), (244, 180, 130)),
    "night": ((8, 12, 30), (22, 36, 70), (64, 92, 134), (224, 222, 206), (228, 190, 124)),
}


def ramp(t, *colours):
    """Interpolates a field `t` in 0..1 through colours, giving an (h, w, 3) float array in 0..255."""
    t = np.clip(t, 0, 1)
    stops = np.linspace(0, 1, len(colours))
    return np.stack([np.interp(t, stops, [c[i] for c in colours]) for i in range(3)], -1)


def grid(w, h):
    """Coordinates in 0..1 along each side, as (x, y) fields."""
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    return x / w, y / h


def noise(rng, w, h, cells, octaves=4, fall=0.5):
    """Smooth value noise in 0..1 with `cells` features along the long edge."""
    out, amp, total = np.zeros((h, w), np.float32), 1.0, 0.0
    for octave in range(octaves):
        n = max(2, int(cells * 2**octave))
        shape = (max(2, round(n * h / max(w, h))) + 3, max(2, round(n * w / max(w, h))) + 3)
        field = Image.fromarray(rng.random(shape).astype(np.float32))
        out += amp * np.asarray(field.resize((w, h), Image.BICUBIC))
        total += amp
        amp *= fall
    out = out / total
    return (out - out.min()) / (out.max() - out.min() + 1e-6)


def ridge(rng, w, rough=0.5, octaves=6, first=1.5):
    """A skyline: `w` heights in 0..1."""
    x = np.linspace(0, 1, w)
    out, amp = np.zeros(w), 1.0
    for octave in range(octaves):
        f = first * 2**octave
        out += amp * np.sin(2 * math.pi * (f * x * rng.uniform(0.7, 1.3) + rng.random()))
        amp *= rough
    return (out - out.min()) / (out.max() - out.min())


def blur(mask, radius):
    """Gaussian blur of a 0..1 field."""
    img = Image.fromarray((np.clip(mask, 0, 1) * 255).astype("uint8"))
    return np.asarray(img.filter(ImageFilter.GaussianBlur(radius))).astype(np.float32) / 255


def over(base, colour, alpha):
    """Paints `colour` on `base` through a 0..1 field."""
    return base + (np.asarray(colour, np.float32) - base) * alpha[..., None]


def finish(base, rng, size, grain=2.4):
    """Adds a film grain, scales down to `size`, and gives an RGB image."""
    h, w = base.shape[:2]
    x, y = grid(w, h)
    vignette = 1 - 0.16 * ((x - 0.5) ** 2 + (y - 0.5) ** 2)
    base = base * vignette[..., None]
    img = Image.fromarray(np.clip(base, 0, 255).astype("uint8")).resize(size, Image.LANCZOS)
    out = np.asarray(img).astype(np.float32) + rng.normal(0, grain, (size[1], size[0], 1))
    return Image.fromarray(np.clip(out, 0, 255).astype("uint8"))
