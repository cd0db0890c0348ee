// Compares a copy that the reader chose with the checksum that stands beside its file. Nothing is sent anywhere.
const words = document.querySelector("[data-same]").dataset;
const fields = document.querySelectorAll("input[data-sum]");
const digits = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
for (const field of fields) {
  const said = field.closest("li").querySelector("[role=status]");
  field.addEventListener("change", async () => {
    const [file] = field.files;
    if (!file) return;
    said.textContent = "";
    said.removeAttribute("data-is");
    try {
      const sum = digits(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      const is = sum === field.dataset.sum ? "same" : "differs";
      said.dataset.is = is;
      said.textContent = words[is];
    } catch {
      said.textContent = words.unreadable;
    }
    // The same file, once it was changed, can be chosen again.
    field.value = "";
  });
  // Browsers compute no checksums on pages without encryption.
  field.closest("label").hidden = !crypto.subtle;
}
