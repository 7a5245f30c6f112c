// Live conveniences only: every page works without this file.
"use strict";
// A toast leaves by itself, but never while the keyboard or the pointer is in it.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "said" || !event.target.firstElementChild) return;
  const toast = event.target.firstElementChild;
  const leave = () => (toast.matches(":hover,:focus-within") ? window.setTimeout(leave, 2000) : toast.remove());
  window.setTimeout(leave, 9000);
});
