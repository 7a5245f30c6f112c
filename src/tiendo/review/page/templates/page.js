/* The page works without this: numbers then lead to the ledger, languages switch by the address alone.
   With it a number's proof opens beside it, the list can be filtered, and a switch of language keeps the place. */
(() => {
  "use strict";
  const root = document.documentElement;
  const proof = document.getElementById("proof");
  const shown = () => (location.hash === "#en" || location.hash.startsWith("#en-") ? "en" : "vi");

  const speak = () => {
    const lang = shown();
    root.lang = root.dataset.lang = lang;
    document.title = document.getElementById(lang).dataset.title;
    for (const main of document.querySelectorAll("main")) main.hidden = !main.id.startsWith(lang + "-");
  };
  addEventListener("hashchange", speak);
  speak();

  const place = (link) => {
    const box = link.getBoundingClientRect();
    const width = Math.min(440, innerWidth - 24);
    proof.style.width = width + "px";
    proof.style.left = Math.max(12, Math.min(box.left - 16, innerWidth - width - 12)) + "px";
    const height = proof.offsetHeight;
    const below = box.bottom + 8;
    proof.style.top = (below + height < innerHeight ? below : Math.max(12, box.top - height - 8)) + "px";
  };

  const open = (link, row) => {
    const title = document.createElement("p");
    title.className = "proof-title";
    const label = row.querySelector("th").textContent;
    const value = document.createElement("b");
    value.textContent = row.querySelector(".val").textContent;
    title.append(label, " ", value);
    const body = document.createElement("div");
    for (const node of row.querySelector(".src").childNodes) body.append(node.cloneNode(true));
    const more = document.createElement("a");
    more.href = link.hash;
    more.className = "proof-more";
    more.textContent = row.querySelector(".code").textContent + " →";
    proof.replaceChildren(title, body, more);
    proof.lang = row.closest("[lang]").lang;
    proof.showPopover();
    place(link);
    proof.focus({ preventScroll: true });
    proof.opener = link;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (link.matches(".fig, #proof a:not(.proof-more)") && proof.showPopover) {
      const row = document.getElementById(link.hash.slice(1));
      if (row) { event.preventDefault(); open(proof.contains(link) ? proof.opener : link, row); }
    } else if (link.matches(".proof-more")) {
      proof.hidePopover();
    } else if (link.matches(".switch")) {
      const here = shown();
      const marks = [...document.querySelectorAll(`#${here} [id]`)].filter((one) => one.matches("section > h2, article, .head"));
      const at = marks.filter((one) => one.getBoundingClientRect().top < innerHeight / 2).pop();
      const there = at && link.hash.slice(1) + at.id.slice(here.length);
      if (there && !at.matches(".head") && document.getElementById(there)) { event.preventDefault(); location.hash = there; }
    }
  });
  proof.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && proof.opener && proof.contains(document.activeElement)) proof.opener.focus({ preventScroll: true });
  });

  for (const form of document.querySelectorAll(".filters")) {
    form.hidden = false;
    const table = form.parentElement.querySelector(".score");
    const found = form.querySelector(".found");
    const total = table.querySelectorAll("[data-standing]").length;
    const filter = () => {
      const standing = form.querySelector("input:checked").value;
      const { sector, owner } = Object.fromEntries(new FormData(form));
      let count = 0;
      for (const group of table.tBodies) {
        let here = 0;
        for (const row of group.querySelectorAll("[data-standing]")) {
          row.hidden = !((!standing || row.dataset.standing === standing) && (!owner || row.dataset.owner === owner)
            && (!sector || group.dataset.sector === sector));
          here += !row.hidden;
        }
        group.hidden = !here;
        count += here;
      }
      found.textContent = count === total ? "" : found.dataset.text.replace("##", total).replace("#", count);
    };
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("details")) { one.dataset.was = one.open; one.open = true; } });
  addEventListener("afterprint", () => { for (const one of document.querySelectorAll("details")) one.open = one.dataset.was === "true"; });
})();
