// Live conveniences only: every page works without this file.
"use strict";
// A toast leaves by itself, but never while the keyboard or the pointer is in it.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "said" || !event.target.firstElementChild) return;
  const toast = event.target.firstElementChild;
  const leave = () => (toast.matches(":hover,:focus-within") ? window.setTimeout(leave, 2000) : toast.remove());
  window.setTimeout(leave, 9000);
});

// One key an act: elements say their key; keys act only when no field has the focus (WCAG 2.1.4), and can be turned off.
const typing = (where) => where.matches?.("input,select,textarea,[contenteditable]");
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key !== "?" && window.localStorage.getItem("tiendo-keys") === "off") return;
  if (event.key === "Enter" && event.target.matches("a,button,summary")) return;
  if (event.key === "j" || event.key === "k") return move(event.key === "j" ? 1 : -1);
  const meant = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!meant) return;
  event.preventDefault();
  meant.click();
  if (meant.tagName === "SUMMARY") meant.parentElement.querySelector("[data-first]")?.focus();
});

// The list of keys, and the switch that turns them off on this machine; "?" itself always opens the list.
for (const opener of document.querySelectorAll("[data-opens]")) {
  opener.addEventListener("click", () => document.getElementById(opener.dataset.opens).showModal());
}
const turner = document.querySelector("#keys-switch");
const named = () => { turner.textContent = window.localStorage.getItem("tiendo-keys") === "off" ? turner.dataset.on : turner.dataset.off; };
if (turner) {
  named();
  turner.addEventListener("click", () => {
    const off = window.localStorage.getItem("tiendo-keys") === "off";
    window.localStorage.setItem("tiendo-keys", off ? "on" : "off");
    named();
  });
}

// J and K walk the open proposals in the order of the text.
const move = (step) => {
  const links = [...document.querySelectorAll(".prs a")];
  const at = Number(document.querySelector("#now .n")?.textContent ?? 0);
  const by = links.map((link) => [Number(link.querySelector(".num").textContent), link]);
  const next = step > 0 ? by.find(([number]) => number > at) : by.filter(([number]) => number < at).at(-1);
  next?.[1].click();
};

// After a decision the focus is on the open proposal, and its words are in sight beside it.
const now = document.querySelector("#now");
if (now) {
  if (window.location.hash === "#now") now.focus({ preventScroll: true });
  document.querySelector(".hl.on")?.scrollIntoView({ block: "center" });
  window.scrollTo(0, 0);
}

// On a phone a row becomes a card: each cell says its column, as the head of the table says it.
for (const table of document.querySelectorAll("table.cards")) {
  const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
  for (const cell of table.querySelectorAll("tbody td:not([data-head]):not(:first-child)")) {
    const head = heads[[...cell.parentElement.children].indexOf(cell)];
    if (head && cell.textContent.trim()) cell.dataset.head = head;
  }
}

// A dropped file goes into the plain file field; without script the field itself does the same.
for (const zone of document.querySelectorAll("[data-drop]")) {
  const field = zone.querySelector("input[type=file]");
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    field.files = event.dataTransfer.files;
    field.focus();
  });
}

// What is typed into a form is kept on this machine until it is sent: a lost connection loses nothing.
for (const form of document.querySelectorAll("[data-draft]")) {
  const key = `tiendo-draft/${form.dataset.draft}`;
  const fields = () => [...form.elements].filter((one) => one.name && one.type !== "hidden" && one.type !== "file" && one.name !== "as_of");
  const kept = JSON.parse(window.localStorage.getItem(key) ?? "{}");
  let restored = false;
  for (const field of fields()) {
    if (kept[field.name] && !field.value) { field.value = kept[field.name]; restored = true; }
  }
  if (restored) document.querySelector("#draft")?.removeAttribute("hidden");
  form.addEventListener("input", () => {
    const values = fields().map((one) => [one.name, one.value]).filter(([, value]) => value);
    window.localStorage.setItem(key, JSON.stringify(Object.fromEntries(values)));
  });
  if (document.querySelector(".notice.good")) window.localStorage.removeItem(key);
}
