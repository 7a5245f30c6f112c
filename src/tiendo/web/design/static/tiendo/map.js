// The map of projects: the outline of the body and a numbered mark for each project of the list beside it. No tiles.
"use strict";
const box = document.querySelector("#map");
const places = [...document.querySelectorAll("[data-lat]")];

const drawn = () => {
  box.hidden = false;
  const map = L.map(box, { attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.25 });
  L.control.zoom({ zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  return map;
};

// A mark is a link to its row: pressing it shows the row, and the row's name is what is read out.
const marked = (row) => {
  const name = row.querySelector("b").textContent;
  const icon = L.divIcon({ className: `mapmark${row.dataset.late ? " late" : ""}`, html: row.dataset.number, iconSize: [28, 28] });
  const mark = L.marker([row.dataset.lat, row.dataset.lng], { icon, title: name, keyboard: true, riseOnHover: true });
  mark.on("click", () => choose(row, mark));
  mark.on("add", () => {
    mark.getElement().setAttribute("aria-label", `${row.dataset.number}. ${name}`);
    mark.getElement().addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(row, mark);
    });
  });
  row.querySelector("button").addEventListener("click", () => choose(row, mark, true));
  return mark;
};

const choose = (row, mark, fromList) => {
  for (const one of places) one.classList.toggle("chosen", one === row);
  for (const one of document.querySelectorAll(".mapmark")) one.classList.toggle("chosen", one === mark.getElement());
  if (fromList) mark.getElement().focus({ preventScroll: true });
  else row.querySelector("button").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
};

const fitted = (map, layers) => {
  const bounds = L.featureGroup(layers).getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [24, 24], maxZoom: 17 });
};

const start = async () => {
  const answer = box.dataset.outline ? await fetch(box.dataset.outline) : null;
  const shape = answer?.ok ? await answer.json() : null;
  const map = drawn();
  map.setView([0, 0], 1);
  const marks = places.map(marked);
  const border = shape && L.geoJSON(shape, {
    interactive: false, filter: (feature) => feature.geometry?.type !== "Point",
    style: (feature) => ({ className: `mapline ${/Polygon/.test(feature.geometry.type) ? "area" : "way"}` }),
  });
  const layers = border ? [border, ...marks] : marks;
  for (const layer of layers) layer.addTo(map);
  for (const row of places) row.querySelector("button").hidden = false;
  fitted(map, layers);
};

if (box) start();
