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

// Marks are for the pointer and may lie upon each other; keys and screen readers have the list, which drives the map.
const marked = (row, map) => {
  const late = row.dataset.late ? " late" : "";
  const icon = L.divIcon({ className: `mapmark${late}`, html: row.dataset.number, iconSize: [28, 28] });
  const title = row.querySelector("b").textContent;
  const mark = L.marker([row.dataset.lat, row.dataset.lng], { icon, title, keyboard: false, riseOnHover: true });
  mark.on("add", () => mark.getElement().setAttribute("aria-hidden", "true"));
  mark.on("click", () => {
    choose(row, mark);
    row.scrollIntoView({ block: "nearest" });
    row.querySelector("button").focus({ preventScroll: true });
  });
  row.querySelector("button").addEventListener("click", () => {
    choose(row, mark);
    map.panInside(mark.getLatLng(), { padding: [40, 40] });
  });
  return mark;
};

let chosen;
const choose = (row, mark) => {
  for (const one of places) {
    one.classList.toggle("chosen", one === row);
    one.querySelector("button").setAttribute("aria-pressed", String(one === row));
  }
  chosen?.getElement().classList.remove("chosen");
  chosen?.setZIndexOffset(0);
  mark.getElement().classList.add("chosen");
  mark.setZIndexOffset(1000);
  chosen = mark;
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
  const marks = places.map((row) => marked(row, map));
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
