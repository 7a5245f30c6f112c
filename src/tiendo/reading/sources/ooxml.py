"""What Word and Excel files share: a zip of XML parts, and how to read one without being harmed.

XML is parsed without entities, without the network and within libxml2's own limits on depth and text. Office
never writes a document type; a part that has one is refused, for an entity left unexpanded would be a word lost.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from tiendo.reading.sources.guard import Source, opened_part, refuse

MAIN_TYPE = "/officeDocument"  # the end of the main part's relationship type, transitional or strict
HOSTILE = frozenset({etree.ErrorTypes.ERR_ENTITY_LOOP, etree.ErrorTypes.ERR_RESOURCE_LIMIT})

__all__ = [
    "Relation", "child", "local", "main_part", "optional_part", "related_part", "relations", "streamed", "tree",
]


class Relation(NamedTuple):
    """A pointer to another part: what kind it is and the part's name."""

    kind: str
    target: str


@cache
def local(tag: object) -> str:
    """A tag's name without its namespace; "" for what is no element."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first descendant along a path of names."""
    for name in path:
        if element is None:
            return None
        for found in element:
            if local(found.tag) == name:
                element = found
                break
        else:
            return None
    return element


def main_part(source: Source, container: zipfile.ZipFile, usual: str) -> str:
    """The name of the part that holds the document; `usual` where the package does not say."""
    return related_part(source, container, "", MAIN_TYPE) or usual


def related_part(source: Source, container: zipfile.ZipFile, part: str, kind: str) -> str | None:
    """The name of the part that `part` ("" for the package) points to with a relationship type ending in `kind`."""
    found = relations(source, container, part).values()
    return next((relation.target for relation in found if relation.kind.endswith(kind)), None)


def relations(source: Source, container: zipfile.ZipFile, part: str) -> Mapping[str, Relation]:
    """What a part ("" for the package) points to inside the package, by relationship id."""
    folder, name = posixpath.split(part)
    listed = optional_part(source, container, posixpath.join(folder, "_rels", f"{name}.rels"))
    return {
        found.get("Id", ""): Relation(
            found.get("Type", ""), posixpath.normpath(posixpath.join("/", folder, found.get("Target", ""))).lstrip("/"))
        for found in (listed if listed is not None else ())
        if local(found.tag) == "Relationship" and found.get("TargetMode") != "External"
    }


def optional_part(source: Source, container: zipfile.ZipFile, name: str | None) -> _Element | None:
    """A part as a tree, None where the package has no such part."""
    return tree(source, container, name) if name and name in container.NameToInfo else None


def tree(source: Source, container: zipfile.ZipFile, name: str) -> _Element:
    """A part as a tree; ReadError where it is missing, malformed or hostile."""
    with _named(source, name), opened_part(source, container, name) as stream:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        root = etree.parse(stream, parser).getroot()
        _refuse_document_type(source, name, root)
        return root


def streamed(source: Source, container: zipfile.ZipFile, name: str, tags: tuple[str, ...]) -> Iterator[_Element]:
    """The outermost elements of these tags in a part, one at a time; memory stays that of the largest one."""
    with _named(source, name), opened_part(source, container, name) as stream:
        walk = etree.iterparse(
            stream, events=("start", "end"), tag=tags, resolve_entities=False, no_network=True, huge_tree=False,
            load_dtd=False,
        )
        outer: _Element | None = None
        for event, element in walk:
            if event == "start":
                outer = element if outer is None else outer
            elif outer is not None and element is outer:
                _refuse_document_type(source, name, outer)
                yield outer
                _forget(outer)
                outer = None
        root: _Element | None = walk.root
        if root is not None:
            _refuse_document_type(source, name, root)


def _forget(element: _Element) -> None:
    """Free an element that was read, and the ones before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _refuse_document_type(source: Source, name: str, element: _Element) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise refuse(source, "R113", part=name)


@contextmanager
def _named(source: Source, name: str) -> Iterator[None]:
    """Damage inside a part becomes a ReadError that names the part."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        raise refuse(source, "R113" if _is_hostile(error) else "R119", part=name) from error
    except (zipfile.BadZipFile, EOFError, zlib.error) as error:
        raise refuse(source, "R110") from error


def _is_hostile(error: etree.XMLSyntaxError) -> bool:
    return error.code in HOSTILE  # type: ignore[attr-defined]  # lxml's stubs leave out - libxml2's error number
