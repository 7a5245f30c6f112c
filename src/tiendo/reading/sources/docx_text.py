"""A Word paragraph as text: what a person sees once every tracked change is accepted.

Insertions stay, deletions and hidden text go, a field shows its result, a picture's alternative is read once. Page
breaks that Word left where it last rendered them are counted; notes and text boxes are handed on to be read after
the paragraph.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml.etree import _Element

from tiendo.reading.sources.ooxml import child, local
from tiendo.reading.sources.pieces import SYMBOLS

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # "Strict Open XML"
)
GONE = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt", "fldData", "tbl"})
SHOWN: Mapping[str, str] = MappingProxyType({
    "tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "",
})
OFF = frozenset({"0", "false", "off"})

__all__ = ["NAMESPACES", "Gathered", "attribute", "gather", "is_gone"]


@dataclass(slots=True)
class Gathered:
    """What one paragraph gives: its text, its page breaks, and what hangs on it."""

    parts: list[str] = field(default_factory=list)
    breaks: int = 0  # rendered page breaks in the paragraph
    breaks_before: int = 0  # those of them before its first text
    bold: bool = False
    plain: bool = False
    changed: bool = False  # a tracked change was found
    notes: list[tuple[str, str]] = field(default_factory=list)  # ("footnotes" or "endnotes", id)
    boxes: list[_Element] = field(default_factory=list)  # contents of text boxes

    @property
    def text(self) -> str:
        """The text; a soft line break is a newline."""
        return "".join(self.parts)

    def add(self, text: str | None, *, bold: bool) -> None:
        """Take over text from a run."""
        if text:
            if text.strip():
                self.bold, self.plain = self.bold or bold, self.plain or not bold
            self.parts.append(text)


def attribute(element: _Element, name: str) -> str | None:
    """A Word attribute, whichever namespace the file uses."""
    return next((found for space in NAMESPACES if (found := element.get(f"{{{space}}}{name}")) is not None), None)


def is_gone(element: _Element) -> bool:
    """Whether an element stands in what was deleted, or in the second telling of a picture."""
    return any(local(above.tag) in {"del", "moveFrom", "Fallback"} for above in element.iterancestors())


def gather(paragraph: _Element) -> Gathered:
    """Read one paragraph."""
    gathered = Gathered()
    _descend(paragraph, gathered, bold=False)
    return gathered


def _descend(element: _Element, gathered: Gathered, *, bold: bool) -> None:
    for found in _visible(element):
        name = local(found.tag)
        if name in GONE:
            gathered.changed = gathered.changed or name in {"del", "moveFrom"}
        elif name == "t":
            gathered.add(found.text, bold=bold)
        elif name == "r":
            properties = child(found, "rPr")
            if not _is_on(child(properties, "vanish")):
                _descend(found, gathered, bold=_is_on(child(properties, "b")))
        elif name == "txbxContent":
            gathered.boxes.append(found)
        elif not _mark(found, name, gathered):
            gathered.changed = gathered.changed or name in {"ins", "moveTo"}
            _descend(found, gathered, bold=bold)


def _visible(element: _Element) -> Iterator[_Element]:
    """An element's children; of a picture told twice only the first telling."""
    if local(element.tag) == "AlternateContent":
        first = child(element, "Choice")
        yield from () if first is None else (first,)
    else:
        yield from element


def _mark(element: _Element, name: str, gathered: Gathered) -> bool:
    """Take over a mark that is no text of its own; False where the element is none."""
    if name in SHOWN:
        gathered.add(SHOWN[name], bold=False)
    elif name == "br":
        gathered.add("\n", bold=False)
    elif name == "sym":
        gathered.add(SYMBOLS.get((attribute(element, "char") or "").upper(), " "), bold=False)
    elif name == "lastRenderedPageBreak":
        gathered.breaks += 1
        gathered.breaks_before += not gathered.text.strip()
    elif name in {"footnoteReference", "endnoteReference"}:
        gathered.notes.append((name.removesuffix("Reference") + "s", attribute(element, "id") or ""))
    else:
        return False
    return True


def _is_on(switch: _Element | None) -> bool:
    return switch is not None and (attribute(switch, "val") or "1") not in OFF
