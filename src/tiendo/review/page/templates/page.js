/* The page works without this: numbers then lead to the ledger, languages switch by the address alone.
   With it a number's proof opens beside it, the list can be filtered, and a switch of language keeps the place. */
(() => {
  "use strict";
  const root = document.documentElement;
  const proof = document.getElementById("proof");
  const all = (query, under = document) => [...under.querySelectorAll(query)];
  let opener = null;

  /* Language: the address says it, else the one the page was written in. */
  const first = root.lang;
  const shown = () => (/^#(vi|en)(-|$)/.exec(location.hash) || [0, first])[1];
  const speak = () => {
    const lang = shown();
    root.lang = root.dataset.lang = lang;
    document.title = document.getElementById(lang).dataset.title;
    for (const main of all("main")) main.hidden = !main.id.startsWith(lang + "-");
  };
  addEventListener("hashchange", speak);
  speak();

  const switched = (link) => {
    const here = shown();
    const marks = all(`#${here} :is(h2, article)[id]`).filter((one) => one.getBoundingClientRect().top < innerHeight / 3);
    const at = marks.pop();
    const there = at && document.getElementById(link.hash.slice(1) + at.id.slice(here.length));
    if (!there || scrollY < 200) return false;
    const top = at.getBoundingClientRect().top;
    location.hash = there.id;
    speak();
    scrollBy({ top: there.getBoundingClientRect().top - top, behavior: "instant" });
    return true;
  };

  /* On a phone rows become cards; roles keep them a table for those who listen. */
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const table of all(".cards, .parts, .years")) {
    for (const one of [table, ...all("thead, tbody, tr, th, td", table)]) {
      const scope = one.getAttribute("scope");
      one.setAttribute("role", roles[one.tagName] || (scope === "col" ? "columnheader" : "rowheader"));
    }
  }

  /* Proof: the row a number leads to, shown beside the number. */
  const made = (tag, look, ...inside) => {
    const one = document.createElement(tag);
    one.className = look;
    one.append(...inside);
    return one;
  };
  const place = (link) => {
    const box = link.getBoundingClientRect();
    const width = Math.min(460, innerWidth - 24);
    proof.style.width = `${width}px`;
    proof.style.left = `${Math.max(12, Math.min(box.left - 16, innerWidth - width - 12))}px`;
    const height = proof.offsetHeight;
    const fits = box.bottom + 8 + height < innerHeight;
    proof.style.top = `${fits ? box.bottom + 8 : Math.max(12, box.top - height - 8)}px`;
  };
  const prove = (link, row) => {
    const file = row.closest("article");
    const label = [file && file.querySelector("h3").textContent, row.querySelector("th").firstChild.textContent];
    const more = made("a", "proof-more", `${row.closest(".tongue").dataset.more} ${row.id.slice(3)}`);
    more.href = `#${row.id}`;
    proof.replaceChildren(
      made("p", "proof-title", label.filter(Boolean).join(", "), " ", made("b", "num", row.querySelector(".val").textContent)),
      ...[...row.querySelector(".src").childNodes].map((node) => node.cloneNode(true)), more);
    proof.setAttribute("aria-label", row.closest(".tongue").dataset.proof);
    proof.lang = row.closest(".tongue").lang;
    opener = link;
    proof.showPopover();
    place(link);
    proof.focus({ preventScroll: true });
  };
  proof.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && opener && [document.body, proof].includes(document.activeElement)) opener.focus({ preventScroll: true });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (link.matches(".proof-more")) {
      opener = null;
      proof.hidePopover();
    } else if (link.matches(".fig, #proof a, .src a") && proof.showPopover) {
      const row = document.getElementById(link.hash.slice(1));
      if (row && row.querySelector(".src")) {
        event.preventDefault();
        prove(proof.contains(link) && opener ? opener : link, row);
      }
    } else if (link.matches(".switch") && switched(link)) {
      event.preventDefault();
    }
  });

  /* Filter: standing, sector, lead body. */
  for (const form of all(".filters")) {
    form.hidden = false;
    const table = form.parentElement.querySelector(".score");
    const found = form.querySelector(".found");
    const total = all("[data-standing]", table).length;
    const filter = () => {
      const { standing, sector, owner } = Object.fromEntries(new FormData(form));
      let count = 0;
      for (const group of table.tBodies) {
        let here = 0;
        let hidden = false;
        for (const row of group.rows) {
          if (row.dataset.standing) {
            hidden = Boolean((standing && row.dataset.standing !== standing) || (owner && row.dataset.owner !== owner)
              || (sector && group.dataset.sector !== sector));
            here += !hidden;
          }
          row.hidden = hidden && !row.matches(".group");
        }
        group.hidden = !here;
        count += here;
      }
      found.textContent = count === total ? "" : found.dataset.text.replace("##", total).replace("#", count);
    };
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }

  /* On paper the lists are open; a target's own ledger stays on the screen. */
  const folds = all(".list-fold");
  addEventListener("beforeprint", () => folds.forEach((one) => { one.dataset.was = one.open; one.open = true; }));
  addEventListener("afterprint", () => folds.forEach((one) => { one.open = one.dataset.was === "true"; }));
})();
