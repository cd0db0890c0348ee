// A page of a newsroom that is watched: it loads again when the newsroom was published again. PREFIX is the newsroom's path.
const ask = async (known) => {
  const answer = await fetch(`PREFIX.nashra/reload${known ? `?${known}` : ""}`);
  return answer.status === 200 ? answer.text() : known;
};

let known = "";
for (;;) {
  try {
    const number = await ask(known);
    if (known && number !== known) location.reload();
    known = number;
  } catch {
    // The server is gone: it may come back.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
