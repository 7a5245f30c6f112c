"""A user's words in, findings out: the words are read by the reader itself, as `tiendo check` does."""

from collections.abc import Sequence

from tiendo.checking import Finding, check_document, check_documents
from tiendo.plan import Plan
from tiendo.reading import Claim, Document, read_claims
from tiendo.reading.sources.guard import Source
from tiendo.reading.sources.html import read as read_html
from tiendo.reading.sources.text import read as read_text

Told = tuple[str, str, str, str | None]  # code, severity, words, suggestion


def document(text: str | None, file: str = "bc.txt") -> Document:
    """A plain text, or with a name that ends in .html a page, as the reader gets it from a file."""
    read = read_html if file.endswith(".html") else read_text
    return read(Source(file, "." + file.rpartition(".")[2], (text or "").encode()))


def read(text: str | None, file: str = "bc.txt") -> tuple[Document, Sequence[Claim]]:
    """A document with its claims."""
    found = document(text, file)
    return found, read_claims(found)


def findings(text: str | None, plan: Plan | None = None, file: str = "bc.txt") -> tuple[Finding, ...]:
    """What is found in a text."""
    return check_document(*read(text, file), plan)


def between(*texts: str, plan: Plan | None = None) -> tuple[Finding, ...]:
    """What is found between texts named bc1.txt, bc2.txt and so on."""
    return check_documents([read(text, f"bc{number}.txt") for number, text in enumerate(texts, 1)], plan)


def tell(found: Sequence[Finding]) -> list[Told]:
    """Findings at a glance."""
    return [(one.problem.code, one.problem.severity, one.quote, one.suggestion) for one in found]


def told(text: str | None, plan: Plan | None = None) -> list[Told]:
    """What is found in a text, at a glance."""
    return tell(findings(text, plan))


def codes(text: str | None, plan: Plan | None = None) -> list[str]:
    """The codes of what is found in a text."""
    return [one.problem.code for one in findings(text, plan)]


def says(text: str | None, plan: Plan | None = None) -> dict[str, str]:
    """What the one finding of a text fills its message with."""
    (found,) = findings(text, plan)
    return dict(found.problem.values)
