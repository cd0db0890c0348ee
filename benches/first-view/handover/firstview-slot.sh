cd /work/wt/first-view
export CARGO_INCREMENTAL=0
date
cargo build -q -p xtask || { echo "XTASK FAILED"; exit 1; }
date
for v in base v4 v3 v6 v7; do
  [ $v = base ] || node /tmp/fv/variant.mjs $v
  echo "=== $v"
  timeout 1500 target/debug/xtask bench first-view --n 2
  mkdir -p /tmp/fv/res/$v; cp target/bench/first-view.json target/bench/first-view/*.json /tmp/fv/res/$v/
  date
  [ -f target/bench/first-view.json ] || exit 1
done
