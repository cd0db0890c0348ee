cd /work/wt/offline; export CARGO_INCREMENTAL=0
for t in ~/.cache/nashra/tools/*/bin; do PATH=$t:$PATH; done; export PATH; unset NO_COLOR
echo start; date
cargo build --release -p nashra-press --message-format short > /tmp/o-press.log 2>&1 || { echo "press failed"; date; exit 1; }
cp target/release/nashra /tmp/nashra-offline
echo press; date
trunk build --release > /tmp/o-dist.log 2>&1 || { echo "trunk failed"; date; exit 1; }
cp /work/main/dist/report-worker* dist/
echo dist; date
NASHRA_CACHE=$PWD/target/press-cache timeout 400 /tmp/nashra-offline publish sample --out /tmp/site-offline --app dist > /tmp/o-pub.log 2>&1; tail -2 /tmp/o-pub.log
echo published; date
cargo test -p nashra-browser-tests --test browser --no-run --message-format short > /tmp/o-tests.log 2>&1 || { echo "tests failed"; date; exit 1; }
echo tests; date
export NASHRA_BIN=/tmp/nashra-offline NASHRA_DIST=$PWD/dist
timeout 200 cargo test -p nashra-browser-tests --test browser -- chromium::offline > /tmp/o-run-c.log 2>&1
echo chromium; date
timeout 200 cargo test -p nashra-browser-tests --test browser -- firefox::offline > /tmp/o-run-f.log 2>&1
echo firefox; date
timeout 150 cargo test -p nashra-browser-tests --test browser -- webkit::offline::reads_what > /tmp/o-run-w.log 2>&1
echo run; date
timeout 300 cargo test -p nashra-press --test publish -- offline > /tmp/o-native.log 2>&1
echo native; date
