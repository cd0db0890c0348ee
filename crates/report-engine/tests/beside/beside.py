#!/usr/bin/env python3
"""Draws pages by this engine, poppler and PDF.js, measures how far apart they are, and lays them side by side to be looked at.

It never judges: docs/report-rendering.md says what was seen. Needs pdftoppm, npm, chromium and chromedriver (Debian), and
from PyPI pillow and pikepdf. From the repository's root:

    cargo build --release -p nashra-report-engine --example draw
    python3 crates/report-engine/tests/beside/beside.py OUT [NAME...]

OUT then holds NAME-PAGE.png (ours, poppler, PDF.js from the left), and rows of the document's table are printed.
"""
import functools, http.server, json, pathlib, subprocess, sys, threading, time, urllib.request
from PIL import Image, ImageChops, ImageFilter, ImageStat

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[3]
WIDTH_PX = 800
WILD = ["01-valid", "02-valid", "04-valid", "05-versions-space"]
PAGES = {
    "cooperation-ar": [1, 2, 3, 20, 41, 80, 121, 159], "cooperation-en": [1, 3, 5], "food-fr": [1, 3, 5], "reader-guide": [1, 4, 8],
    "trade-en": [1, 3, 6], "yearbook": [1, 3, 7, 10], "youth-en": [1, 2, 5], "borrowed": [1], "probes": list(range(1, 9)),
    "01-valid": [1, 3, 9], "02-valid": [1, 2, 3], "04-valid": [1, 2, 4], "05-versions-space": [1],
    **{path.stem: [1] for path in sorted((HERE.parent / "corpus").glob("*.pdf"))},
}


class Loopback(http.server.SimpleHTTPRequestHandler):
    """Serves OUT, and keeps what the page posts."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".wasm": "application/wasm"}

    def do_POST(self):
        picture = pathlib.Path(self.directory) / "theirs" / pathlib.Path(self.path).name
        picture.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def lay_out(out):
    for folder in ("files", "ours", "poppler", "theirs"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    if not (out / "node_modules/pdf-parse").is_dir():
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", out, "pdfjs-dist@5.6.205", "pdf-parse@1.1.1"], check=True)
    subprocess.run([sys.executable, HERE / "probes.py", out / "files"], check=True)
    files = [*(ROOT / "sample/media/reports").glob("*.pdf"), *(HERE.parent / "corpus").glob("*.pdf"), ROOT / "tests/fixtures/report/borrowed.pdf"]
    for file in files + [out / f"node_modules/pdf-parse/test/data/{name}.pdf" for name in WILD]:
        (out / "files" / file.name).write_bytes(file.read_bytes())
    (out / "theirs.html").write_bytes((HERE / "theirs.html").read_bytes())


def draw_here(out, name, pages):
    pdf = out / f"files/{name}.pdf"
    subprocess.run([ROOT / "target/release/examples/draw", pdf, out / f"ours/{name}", str(WIDTH_PX), *map(str, pages)], check=True)
    for page in map(str, pages):
        size = ["-scale-to-x", str(WIDTH_PX), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-cropbox", "-singlefile", "-f", page, "-l", page, *size, pdf, out / f"poppler/{name}-{page}"], check=True, stderr=subprocess.DEVNULL)


def draw_there(out, names):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Loopback, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin, driver_port = f"http://127.0.0.1:{server.server_port}", server.server_port + 1
    driver = subprocess.Popen(["chromedriver", f"--port={driver_port}"], stdout=subprocess.DEVNULL)
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def ask(path, body):
        request = urllib.request.Request(f"http://127.0.0.1:{driver_port}/session{path}", json.dumps(body).encode(), {"Content-Type": "application/json"})
        return json.load(direct.open(request))["value"]

    try:
        time.sleep(2)
        options = {"args": ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]}
        session = "/" + ask("", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})["sessionId"]
        ask(f"{session}/timeouts", {"script": 240_000})
        ask(f"{session}/url", {"url": f"{origin}/theirs.html"})
        for name in names:
            answer = ask(f"{session}/execute/async", {"script": "draw(...arguments)", "args": [name, PAGES[name], WIDTH_PX]})
            if answer != "drawn":
                sys.exit(f"{name}: {answer}")
        direct.open(urllib.request.Request(f"http://127.0.0.1:{driver_port}/session{session}", method="DELETE"))
    finally:
        driver.terminate()


def apart(a, b):
    """Mean absolute difference after a blur of 3 by 3 pixels, in percent of full scale."""
    size = (min(a.width, b.width), min(a.height, b.height))
    a, b = (picture.crop((0, 0, *size)).filter(ImageFilter.BoxBlur(1)) for picture in (a, b))
    return 100 * sum(ImageStat.Stat(ImageChops.difference(a, b)).mean) / 3 / 255


def main(out, *names):
    out, names = pathlib.Path(out).resolve(), names or list(PAGES)
    lay_out(out)
    for name in names:
        draw_here(out, name, PAGES[name])
    draw_there(out, names)
    for name in names:
        for page in PAGES[name]:
            paths = (f"ours/{name}-{page}.ppm", f"poppler/{name}-{page}.ppm", f"theirs/{name}-{page}.png")
            ours, poppler, theirs = three = [Image.open(out / path).convert("RGB") for path in paths]
            beside = Image.new("RGB", (sum(one.width for one in three) + 20, max(one.height for one in three)), "slategray")
            for at, one in enumerate(three):
                beside.paste(one, (sum(before.width + 10 for before in three[:at]), 0))
            beside.save(out / f"{name}-{page}.png")
            print(f"| {name} | {page} | {apart(ours, poppler):.2f} | {apart(ours, theirs):.2f} | {apart(poppler, theirs):.2f} |", flush=True)


main(*sys.argv[1:])
