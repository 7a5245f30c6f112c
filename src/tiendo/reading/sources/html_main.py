"""Which part of a web page is its text: what a reader came for, without the menus around it.

A page that marks its text (`main`, `article`) is believed. From any other page the parts that are menus by their
tag, their role, their class or because they are little but links to other pages are left out. In doubt a part
stays: a menu line read too much makes no figure, a table lost does.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml import etree
from lxml.etree import _Element

HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
CLASS_WORD = re.compile(r"[a-z]+")
LEAST_LINKS = 4  # fewer make no menu
MOSTLY_LINKS = 0.7  # of the characters of a menu stand in links
LONGEST_LINK = 90  # characters on average; longer ones are sentences
MAIN_SHARE = 0.5  # of the text: an article with more is the page's, a part with more is no frame

__all__ = ["left_out", "main_part", "names"]


@dataclass(slots=True)
class _Weight:
    """The characters under an element, those of them in links to other pages, and how many such links."""

    text: int = 0
    linked: int = 0
    links: int = 0

    def add(self, other: "_Weight") -> None:
        self.text += other.text
        self.linked += other.linked
        self.links += other.links

    @property
    def is_menu(self) -> bool:
        return (
            self.links >= LEAST_LINKS
            and self.linked >= MOSTLY_LINKS * self.text
            and self.linked <= LONGEST_LINK * self.links
        )


@cache
def names(group: str) -> frozenset[str]:
    """A group of names from `html.toml`."""
    return frozenset(_table()[group])


@cache
def _table() -> Mapping[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("html.toml").read_text(encoding="utf-8"))


def main_part(body: _Element) -> _Element:
    """The element that holds the page's text: its `main`, the article with most of the text, or the whole body."""
    mains = [element for element in body.iter("main") if element.get("hidden") is None]
    mains += body.findall(".//*[@role='main']")
    if mains:
        return mains[0]
    articles = [element for element in body.iter("article") if next(element.iterancestors("article"), None) is None]
    lengths = [len("".join(map(str, element.itertext()))) for element in articles]
    if articles and max(lengths) > MAIN_SHARE * sum(lengths):
        return articles[lengths.index(max(lengths))]
    return body


def left_out(root: _Element) -> frozenset[_Element]:
    """The elements under `root` that are no text of the page; heads and feet are only left out of a whole body."""
    framed = root.tag == "body"
    out: set[_Element] = set()
    frames: list[tuple[_Element, int]] = []
    weights = [_Weight()]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element is not root and _is_never(element, framed=framed):
                out.add(element)
                walk.skip_subtree()
            weights.append(_Weight())
            continue
        weight = weights.pop()
        if element not in out:
            _weigh(element, weight)
            if element is not root and element.tag in names("groups") and weight.is_menu:
                out.add(element)
            elif framed and element is not root and _named_as_frame(element):
                frames.append((element, weight.text))
        weights[-1].text += _length(element.tail)
        weights[-1].add(weight)
    return frozenset(out.union(element for element, text in frames if text < MAIN_SHARE * weights[0].text))


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _weigh(element: _Element, weight: _Weight) -> None:
    """Add an element's own text; a link to another page counts all the text under it as linked."""
    weight.text += _length(element.text)
    if element.tag == "a" and not (element.get("href") or "#").startswith("#"):
        weight.linked, weight.links = weight.text, 1


def _is_never(element: _Element, *, framed: bool) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in names("never") or (framed and tag in names("frame")):
        return True
    return (
        element.get("role") in names("roles")
        or element.get("hidden") is not None
        or element.get("popover") is not None
        or element.get("aria-hidden") == "true"
        or bool(HIDDEN.search(element.get("style") or ""))
    )


def _named_as_frame(element: _Element) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return not names("class_words").isdisjoint(CLASS_WORD.findall(named))
