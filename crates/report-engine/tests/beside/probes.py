"""Pages that ask for what the reports and the corpus do not hold: boxes and turns, shadings, transparency, images, lines and clips,
annotations, fonts and colours. Writes probes.pdf into the folder named. Needs pikepdf 9 or later."""
import sys
from pathlib import Path
import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

pdf = pikepdf.new()


def page(content, resources=None, **more):
    made = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 400, 300]), Resources=Dictionary(resources or {}), Contents=Stream(pdf, content.encode()), **more)
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(made)))


def ref(o):
    return pdf.make_indirect(o)


def fn(a, b):
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(a), C1=Array(b), N=1)


def font(name):
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/" + name))


F = Dictionary(F=font("Helvetica"))

# 1: a crop box with an offset, a quarter turn
page("0.9 0.95 1 rg 0 0 400 300 re f 1 0 0 RG 4 w 50 40 300 200 re S 0 g BT /F 20 Tf 60 60 Td (CropBox, Rotate 90) Tj ET 0 .6 0 rg 50 40 20 20 re f",
     {"/Font": F}, CropBox=Array([50, 40, 350, 240]), Rotate=90)

# 2: shadings
sh = lambda **k: ref(Dictionary(ColorSpace=Name.DeviceRGB, **k))
mesh = bytearray()
def vertex(flag, x, y, rgb):
    mesh.append(flag); mesh.extend(int(x / 400 * 65535).to_bytes(2, "big")); mesh.extend(int(y / 400 * 65535).to_bytes(2, "big")); mesh.extend(rgb)
for v in [(0, 20, 20, (255, 0, 0)), (0, 120, 20, (0, 255, 0)), (0, 70, 110, (0, 0, 255))]:
    vertex(*v)
tri = Stream(pdf, bytes(mesh))
for k, v in dict(ShadingType=4, ColorSpace=Name.DeviceRGB, BitsPerCoordinate=16, BitsPerComponent=8, BitsPerFlag=8, Decode=Array([0, 400, 0, 400, 0, 1, 0, 1, 0, 1])).items():
    tri["/" + k] = v
coons = bytearray([0])
for x, y in [(150, 20), (140, 50), (160, 80), (150, 110), (180, 130), (220, 90), (250, 110), (260, 80), (240, 50), (250, 20), (220, 0), (180, 40)]:
    coons += int(x / 400 * 65535).to_bytes(2, "big") + int(y / 400 * 65535).to_bytes(2, "big")
for rgb in [(255, 0, 0), (255, 255, 0), (0, 160, 0), (0, 0, 255)]:
    coons += bytes(rgb)
co = Stream(pdf, bytes(coons))
for k, v in dict(ShadingType=6, ColorSpace=Name.DeviceRGB, BitsPerCoordinate=16, BitsPerComponent=8, BitsPerFlag=8, Decode=Array([0, 400, 0, 400, 0, 1, 0, 1, 0, 1])).items():
    co["/" + k] = v
func = Stream(pdf, b"{ 2 copy mul 3 1 roll }")
for k, v in dict(FunctionType=4, Domain=Array([0, 1, 0, 1]), Range=Array([0, 1, 0, 1, 0, 1])).items():
    func["/" + k] = v
page("q 20 200 100 80 re W n /A sh Q q 140 200 100 80 re W n /B sh Q q 260 200 120 80 re W n /C sh Q /T sh /P sh q 280 20 90 90 re W n 90 0 0 90 280 20 cm /U sh Q "
     "/Pattern cs /PA scn 20 140 m 120 140 l 120 180 l 20 180 l h f /Pattern CS /PA SCN 10 w 150 150 m 250 180 l S",
     {"/Shading": Dictionary(
        A=sh(ShadingType=2, Coords=Array([40, 0, 100, 0]), Function=fn([1, 0, 0], [0, 0, 1])),
        B=sh(ShadingType=2, Coords=Array([160, 200, 220, 280]), Function=fn([1, 1, 0], [0, .5, .5]), Extend=Array([True, True])),
        C=sh(ShadingType=3, Coords=Array([300, 240, 5, 340, 240, 35]), Function=fn([1, 1, 1], [.6, 0, .4]), Extend=Array([True, True])),
        T=ref(tri), P=ref(co), U=sh(ShadingType=1, Function=ref(func))),
      "/Pattern": Dictionary(PA=ref(Dictionary(PatternType=2, Shading=sh(ShadingType=2, Coords=Array([20, 0, 250, 0]), Function=fn([0, .6, .3], [1, .4, 0]), Extend=Array([True, True])))))})

# 3: blend modes, alpha, soft masks, groups
modes = "Normal Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity".split()
gs = {f"/G{i}": Dictionary(BM=Name("/" + m)) for i, m in enumerate(modes)}
form = lambda content, **k: ref(Stream(pdf, content.encode(), Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 400, 300]), **k)))
grey = form("/S sh", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray), Resources=Dictionary(Shading=Dictionary(
    S=Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([20, 0, 180, 0]), Function=fn([0], [1])))))
gs["/M"] = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=grey))
gs["/MA"] = Dictionary(SMask=Dictionary(S=Name.Alpha, G=form("/H gs 0 g 210 20 60 60 re f", Group=Dictionary(S=Name.Transparency), Resources=Dictionary(ExtGState=Dictionary(H=Dictionary(ca=.5))))))
gs["/H"] = Dictionary(ca=.5, CA=.5)
knock = form("/H gs 1 0 0 rg 300 20 40 60 re f 0 0 1 rg 320 40 60 30 re f", Group=Dictionary(S=Name.Transparency, K=True), Resources=Dictionary(ExtGState=Dictionary(H=Dictionary(ca=.5))))
both = form("1 0 0 rg 300 90 40 20 re f 0 0 1 rg 320 100 60 20 re f", Group=Dictionary(S=Name.Transparency, I=True))
open_group = form("/G1 gs 1 1 0 rg 20 95 60 20 re f", Group=Dictionary(S=Name.Transparency), Resources=Dictionary(ExtGState=Dictionary(G1=Dictionary(BM=Name.Multiply))))
cells = []
for i in range(16):
    x, y = 10 + (i % 8) * 48, 240 - (i // 8) * 60
    cells.append(f"q .2 .6 .9 rg {x} {y} 28 40 re f .9 .3 .2 rg {x} {y} 14 20 re f /G{i} gs 1 .8 .1 rg {x + 8} {y + 10} 32 20 re f Q")
page(" ".join(cells) + " q /M gs 0 .4 0 rg 20 20 160 60 re f Q q /MA gs .6 0 .6 rg 200 10 80 80 re f Q 0 .7 0 rg 290 45 100 10 re f /K Do q /H gs /B Do Q 0 .5 .8 rg 40 90 20 30 re f /O Do",
     {"/ExtGState": Dictionary(gs), "/XObject": Dictionary(K=knock, B=both, O=open_group)}, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True))

# 4: images
def image(data, w, h, space, bits=8, **k):
    return ref(Stream(pdf, bytes(data), Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=w, Height=h, ColorSpace=space, BitsPerComponent=bits, **k)))
rgb = [v for y in range(4) for x in range(4) for v in (x * 85, y * 85, 255 - x * 85)]
fine = [v for y in range(300) for x in range(300) for v in ((255 if (x // 3 + y // 3) % 2 else 0,) * 3 if x < 150 else (255 if ((x - 150) ** 2 + (y - 150) ** 2) % 900 < 450 else 60, 90, 160))]
mask = Stream(pdf, bytes([0b10101010, 0b01010101] * 4), Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, ImageMask=True, BitsPerComponent=1))
sm = image([v for y in range(16) for v in range(0, 256, 16)], 16, 16, Name.DeviceGray)
x = dict(N=image(rgb, 4, 4, Name.DeviceRGB), I=image(rgb, 4, 4, Name.DeviceRGB, Interpolate=True), D=image(fine, 300, 300, Name.DeviceRGB), M=ref(mask),
         K=image(rgb, 4, 4, Name.DeviceRGB, Mask=Array([0, 90, 0, 90, 0, 255])), X=image([0b00011011] * 4, 4, 4, Array([Name.Indexed, Name.DeviceRGB, 3, String(bytes([255, 0, 0, 0, 160, 0, 0, 0, 255, 255, 220, 0]))]), bits=2),
         S=image([200, 30, 60] * 256, 16, 16, Name.DeviceRGB, SMask=sm), C=image([v for c in range(16) for v in (c * 16, 0, 255 - c * 16, 20)], 4, 4, Name.DeviceCMYK))
spots = [("N", 10, 200), ("I", 110, 200), ("D", 210, 200), ("M", 310, 200), ("K", 10, 105), ("X", 110, 105), ("S", 210, 105), ("C", 310, 105)]
page("0.85 g 0 100 400 90 re f 0 .3 .6 rg " + " ".join(f"q 80 0 0 80 {a} {b} cm /{n} Do Q" for n, a, b in spots) + " q 50 30 -30 50 60 20 cm /N Do Q q 30 0 0 30 150 20 cm /D Do Q q 20 40 -40 20 270 20 cm /D Do Q",
     {"/XObject": Dictionary(**x)})

# 5: lines, dashes, joins, clips
lines = " ".join(f"{w} w 20 {280 - i * 12} m 190 {280 - i * 12 + 4} l S" for i, w in enumerate([0, .1, .25, .5, 1, 2]))
dash = " ".join(f"[{d}] 0 d {c} J 4 w 20 {190 - i * 14} m 190 {190 - i * 14} l S" for i, (d, c) in enumerate([("8 4", 0), ("8 8", 1), ("0 10", 1), ("8 8", 2), ("12 3 2 3", 0)]))
joins = " ".join(f"{j} j 8 w {220 + j * 60} 220 m {240 + j * 60} 280 l {260 + j * 60} 220 l S" for j in range(3))
page(lines + " q " + dash + " Q " + joins + " 1 w q 220 110 m 300 110 l 240 190 l 260 90 l 290 190 l h W* n .9 .4 0 rg 200 80 200 130 re f Q "
     "q BT 7 Tr /F 60 Tf 220 30 Td (CLIP) Tj ET .1 .5 .7 rg 200 20 200 30 re f .8 .1 .4 rg 200 50 200 40 re f Q "
     "0 .5 .2 rg 20 20 m 100 20 l 40 90 l 60 5 l 80 90 l h f* .5 0 .5 rg 120 20 m 200 20 l 140 90 l 160 5 l 180 90 l h f 0 g 310 110 80 .1 re f 310 130 .1 60 re f 330 130 40 40 re 340 140 20 20 re f*",
     {"/Font": F})

# 6: annotations and a field
def ap(content, w, h, **k):
    return ref(Stream(pdf, content.encode(), Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, w, h]), **k)))
note = lambda kind, rect, **k: ref(Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=Array(rect), **k))
res = Dictionary(Font=F)
field = ref(Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), V=String("Field"), F=4, Rect=Array([20, 60, 180, 90]), DA=String("/F 14 Tf 0 g"),
               AP=Dictionary(N=ap(".9 .9 1 rg 0 0 160 30 re f 0 g BT /F 14 Tf 5 9 Td (Field value) Tj ET", 160, 30, Resources=res))))
page("BT /F 16 Tf 20 255 Td (highlighted words) Tj ET", {"/Font": F}, Annots=Array([
    note("Highlight", [20, 250, 160, 272], F=4, C=Array([1, 1, 0]), QuadPoints=Array([20, 272, 160, 272, 20, 250, 160, 250]),
         AP=Dictionary(N=ap("/G gs 1 1 0 rg 0 0 140 22 re f", 140, 22, Group=Dictionary(S=Name.Transparency), Resources=Dictionary(ExtGState=Dictionary(G=Dictionary(BM=Name.Multiply)))))),
    note("Highlight", [200, 250, 340, 272], F=4, C=Array([1, .6, 0]), QuadPoints=Array([200, 272, 340, 272, 200, 250, 340, 250])),
    note("FreeText", [20, 190, 180, 230], F=4, DA=String("/Helv 12 Tf 1 0 0 rg"), Contents=String("x"), AP=Dictionary(N=ap("1 0 0 RG 1 1 158 38 re S BT /F 12 Tf 6 14 Td (free text) Tj ET", 160, 40, Resources=res))),
    note("Square", [200, 190, 300, 230], F=4, C=Array([0, 0, 1]), IC=Array([.8, .9, 1]), BS=Dictionary(W=3)),
    note("Link", [20, 140, 120, 170], Border=Array([0, 0, 2]), C=Array([0, .5, 0]), A=Dictionary(S=Name.URI, URI=String("https://example.org/"))),
    note("Stamp", [200, 140, 300, 170], F=2, AP=Dictionary(N=ap("1 0 0 rg 0 0 100 30 re f", 100, 30))),
    note("Stamp", [200, 60, 300, 120], F=4, AP=Dictionary(N=ap("0 .6 .6 rg 0 0 50 10 re f 0 g 0 0 10 10 re f", 50, 10, Matrix=Array([0, 1, -1, 0, 0, 0])))),
    field]))
pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DR=Dictionary(Font=F))

# 7: fonts and colours
names = "Helvetica Helvetica-BoldOblique Times-Roman Times-Italic Courier Symbol ZapfDingbats".split()
fonts = {f"/F{i}": font(n) for i, n in enumerate(names)}
proc = lambda c: ref(Stream(pdf, c))
fonts["/T3"] = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]), FontMatrix=Array([.001, 0, 0, .001, 0, 0]), FirstChar=97, LastChar=98, Widths=Array([1000, 1000]),
    Encoding=Dictionary(Differences=Array([97, Name.sq, Name.tri])), Resources=Dictionary(),
    CharProcs=Dictionary(sq=proc(b"1000 0 0 0 800 800 d1 0 0 800 800 re f"), tri=proc(b"1000 0 d0 1 0 0 rg 0 0 m 800 0 l 400 800 l f")))
cell = Stream(pdf, b"1 0 0 rg 0 0 5 5 re f 0 0 1 rg 5 5 5 5 re f", Dictionary(PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 10, 10]), XStep=10, YStep=10, Resources=Dictionary(), Matrix=Array([.9, .2, -.2, .9, 0, 0])))
text = " ".join(f"BT /F{i} 16 Tf 20 {270 - i * 24} Td (Aa Gg fi 123) Tj ET" for i in range(7))
swatch = "0 0 0 1 k 200 250 30 30 re f 1 0 0 0 k 235 250 30 30 re f 0 1 0 0 k 270 250 30 30 re f 0 0 1 0 k 305 250 30 30 re f 1 .5 0 .2 k 340 250 30 30 re f"
page(text + " 0 .4 .2 rg BT /T3 20 Tf 20 90 Td (abab) Tj ET " + swatch +
     " /L cs 60 50 40 scn 200 210 30 30 re f /Sep cs .7 scn 235 210 30 30 re f /DN cs .5 1 scn 270 210 30 30 re f /CG cs .5 scn 305 210 30 30 re f /CR cs .2 .6 .3 scn 340 210 30 30 re f"
     " /Pattern cs /C scn 200 130 80 60 re f 0 g .3 w BT /F1 40 Tf 1 Tr 290 140 Td (Out) Tj ET BT 2 Tr 1 0 0 RG .2 .7 1 rg /F0 30 Tf 20 40 Td 3 Tc 70 Tz (Wide) Tj 10 Ts (up) Tj ET"
     " BT 0 Tr 0 Tc 100 Tz 0 Ts 0 g /F2 12 Tf .9 .4 -.4 .9 220 40 Tm (a slanted line of text) Tj ET BT 3 Tr 200 110 Td (unseen) Tj ET BT 0 Tr /F2 4 Tf 1 0 0 1 20 15 Tm (four points: small type, hairlines and all) Tj ET",
     {"/Font": Dictionary(fonts), "/Pattern": Dictionary(C=ref(cell)), "/ColorSpace": Dictionary(
        L=Array([Name.Lab, Dictionary(WhitePoint=Array([.9505, 1, 1.089]), Range=Array([-128, 127, -128, 127]))]),
        Sep=Array([Name.Separation, Name("/Spot"), Name.DeviceRGB, fn([1, 1, 1], [.1, .3, .8])]),
        DN=Array([Name.DeviceN, Array([Name("/S1"), Name("/S2")]), Name.DeviceRGB, ref(Stream(pdf, b"{ 1 exch sub exch 1 exch sub 1 index 1 index mul }", Dictionary(FunctionType=4, Domain=Array([0, 1, 0, 1]), Range=Array([0, 1, 0, 1, 0, 1]))))]),
        CG=Array([Name.CalGray, Dictionary(WhitePoint=Array([.9505, 1, 1.089]), Gamma=2.2)]),
        CR=Array([Name.CalRGB, Dictionary(WhitePoint=Array([.9505, 1, 1.089]), Gamma=Array([2.2, 2.2, 2.2]), Matrix=Array([.4124, .2126, .0193, .3576, .7152, .1192, .1805, .0722, .9505]))]))})

# 8: a user unit, a negative media box, a half turn and a form clipped by its box
page("1 .97 .85 rg -100 -100 300 200 re f 0 0 1 RG 3 w -95 -95 290 190 re S 0 g BT /F 18 Tf -80 40 Td (UserUnit 1.5, Rotate 180) Tj ET q 1 0 0 1 0 -60 cm /B Do Q",
     {"/Font": F, "/XObject": Dictionary(B=ref(Stream(pdf, b".2 .6 .2 rg 0 0 200 200 re f", Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 60, 40]), Matrix=Array([.8, .3, -.3, .8, 0, 0])))))},
     Rotate=180, UserUnit=1.5)
pdf.pages[-1].MediaBox = Array([-100, -100, 200, 100])
pdf.save(Path(sys.argv[1]) / "probes.pdf", deterministic_id=True)
