"""How the tests of the sources open a file and look at what came out."""

from pathlib import Path

import pytest

from tiendo.errors import Problem, ReadError
from tiendo.reading import Block, Document
from tiendo.reading.files import read_document


def opened(folder: Path, name: str, content: bytes | str) -> Document:
    """The document of a file with this content; blocks are checked whatever the kind."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    document = read_document(path)
    assert_blocks_hold(document)
    return document


def refused(folder: Path, name: str, content: bytes | str) -> list[str]:
    """The codes of the problems for which a file is refused; each says something in both languages."""
    return [problem.code for problem in refusals(folder, name, content)]


def refusals(folder: Path, name: str, content: bytes | str) -> tuple[Problem, ...]:
    """The problems for which a file is refused."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ReadError) as caught:
        read_document(path)
    assert all(str(path) in problem.say(lang) for problem in caught.value.problems for lang in ("vi", "en"))
    return caught.value.problems


def assert_blocks_hold(document: Document) -> None:
    """Blocks are stretches of the text, in order, none over another, none empty or with space around it."""
    ends = 0
    for block in document.blocks:
        text = document.text[block.start:block.end]
        assert ends <= block.start < block.end <= len(document.text)
        assert text == text.strip()
        ends = block.end


def text_of(document: Document, block: Block) -> str:
    """A block's text."""
    return document.text[block.start:block.end]


def texts(document: Document) -> list[str]:
    """The text of every block."""
    return [text_of(document, block) for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str]]:
    """The kind and text of every block."""
    return [(block.kind.value, text_of(document, block)) for block in document.blocks]


def headed(document: Document) -> list[tuple[str, str | None, str | None]]:
    """Every cell with its row's and its column's head."""
    return [(text_of(document, block), block.row_head, block.column_head)
            for block in document.blocks if block.kind.value == "cell"]


def places(document: Document) -> list[tuple[int | None, int | None, str]]:
    """Row, column and text of every cell."""
    return [(block.row, block.column, text_of(document, block)) for block in document.blocks if block.row is not None]


def codes(document: Document) -> list[tuple[str, str]]:
    """The code and weight of what the reader is told of a document that was read."""
    return [(problem.code, problem.severity) for problem in document.problems]
