// Writing a draft. A bound number is a token, [34,5%|S026]: it is taken whole or not at all. Works without this file:
// what is sent is checked again.
"use strict";
const TOKEN = /\[[^[\]|]*\|S\d+\]/g;
const spans = (text) => [...text.matchAll(TOKEN)].map((found) => [found.index, found.index + found[0].length]);

const guard = (event) => {
  const area = event.target;
  if (event.inputType.startsWith("history")) return;
  let [from, to] = [area.selectionStart, area.selectionEnd];
  const erases = event.inputType.startsWith("delete");
  const back = event.inputType.endsWith("Backward");
  for (const [start, end] of spans(area.value)) {
    const inside = from === to && start < from && from < end;
    const beside = from === to && erases && (back ? from === end : from === start);
    const crossed = from !== to && from < end && to > start;
    if (inside && !erases) {
      event.preventDefault();
      area.setSelectionRange(end, end);
      return;
    }
    if (inside || beside || crossed) [from, to] = [Math.min(from, start), Math.max(to, end)];
  }
  if (from === area.selectionStart && to === area.selectionEnd) return;
  event.preventDefault();
  area.setSelectionRange(from, to);
  if (erases) document.execCommand("delete");
  else document.execCommand("insertText", false, event.data ?? event.dataTransfer?.getData("text/plain") ?? "");
};

let last = null;
for (const area of document.querySelectorAll("textarea[data-tokens]")) {
  area.addEventListener("beforeinput", guard);
  area.addEventListener("focus", () => { last = area; });
}
const open = document.querySelector(".editor textarea[data-tokens]");
if (open) {
  last = open;
  open.focus({ preventScroll: true });
  open.setSelectionRange(open.value.length, open.value.length);
}

// A source puts its number where the cursor is.
for (const button of document.querySelectorAll("[data-insert]")) {
  button.hidden = !open;
  button.addEventListener("click", () => {
    const end = spans(last.value).find(([start, stop]) => start < last.selectionEnd && last.selectionEnd < stop)?.[1];
    last.focus();
    if (end) last.setSelectionRange(end, end);
    document.execCommand("insertText", false, button.dataset.insert);
  });
}

// A paragraph opens where it is clicked; words that are being selected, links and buttons keep their own meaning.
document.addEventListener("click", (event) => {
  if (event.target.closest("a,button,summary,form,input,textarea,select") || String(window.getSelection())) return;
  event.target.closest(".dp.paragraph:not(.open)")?.querySelector(".tools a")?.click();
});

// Saved and closed by the keyboard: Ctrl+Enter.
open?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) open.form.querySelector(".btn.primary").click();
});
