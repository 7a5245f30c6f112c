"""Which styles of a Word file make headings, and which make a table of contents."""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from tiendo.reading.sources.docx_text import attribute
from tiendo.reading.sources.ooxml import child, local

HEADING_NAME = re.compile(r"heading \d|title|subtitle")
CONTENTS_NAME = re.compile(r"toc \d|table of figures")
BODY_TEXT = "9"  # the outline level that means: no heading

__all__ = ["Styles", "styles_of"]


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids of the styles that matter; a table of contents repeats headings with page numbers and is left out."""

    headings: frozenset[str]
    contents: frozenset[str]

    def is_heading(self, paragraph: _Element) -> bool:
        """By its style or by its own outline level."""
        properties = child(paragraph, "pPr")
        level = child(properties, "outlineLvl")
        if level is not None:
            return attribute(level, "val") != BODY_TEXT
        return _style(properties) in self.headings

    def is_contents(self, paragraph: _Element) -> bool:
        """Whether it is a line of a table of contents."""
        return _style(child(paragraph, "pPr")) in self.contents


def styles_of(styles: _Element | None) -> Styles:
    """The styles part read; a style stands for what the style it is based on stands for."""
    headings: set[str] = set()
    contents: set[str] = set()
    bases: dict[str, str] = {}
    for style in styles if styles is not None else ():
        if local(style.tag) != "style":
            continue
        key = attribute(style, "styleId") or ""
        name = (_value(child(style, "name")) or "").lower()
        level = _value(child(style, "pPr", "outlineLvl"))
        if HEADING_NAME.fullmatch(name) or (level is not None and level != BODY_TEXT):
            headings.add(key)
        if CONTENTS_NAME.fullmatch(name):
            contents.add(key)
        bases[key] = _value(child(style, "basedOn")) or ""
    return Styles(_heirs(headings, bases), _heirs(contents, bases))


def _heirs(styles: set[str], bases: dict[str, str]) -> frozenset[str]:
    """The styles and all that are based on them, however far."""
    found = set(styles)
    while waiting := {key for key, base in bases.items() if base in found} - found:
        found |= waiting
    return frozenset(found)


def _style(properties: _Element | None) -> str | None:
    return _value(child(properties, "pStyle"))


def _value(element: _Element | None) -> str | None:
    return attribute(element, "val") if element is not None else None
