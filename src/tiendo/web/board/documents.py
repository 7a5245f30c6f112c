"""The register of documents: what each carries out, what carries it out, where the plan cites it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from tiendo.plan import PlanDocument
from tiendo.web import asking
from tiendo.web.board.scene import Row, Scene, scene_of
from tiendo.web.board.shared import shared
from tiendo.web.board.tables import Sheet, file_of, wanted_file
from tiendo.web.desk.nav import desk_of
from tiendo.words import say

COLUMNS = ("kind", "symbol", "issued_on", "issuer", "title", "implements", "implemented_by", "cited")
COUNTED = ("figures", "tasks", "disbursements", "rankings", "awards", "limitations", "assignments")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with its links; `cited` counts the rows of each table that rest on it."""

    document: PlanDocument
    parents: tuple[PlanDocument, ...]
    children: tuple[PlanDocument, ...]
    targets: tuple[Row, ...]
    cited: tuple[tuple[str, int], ...]


@require_GET
def documents(request: HttpRequest, name: str) -> HttpResponse:
    """The documents issued by the day, filtered by kind and by words, or the table as a file."""
    desk, scene = desk_of(request, name), scene_of(request, name)
    kind, words = request.GET.get("kind", "").strip(), request.GET.get("q", "").strip()
    if wanted_file(request):
        rows = [row for row in rows_of(scene) if _fits(row, kind, words)]
        return file_of(_sheet(scene, rows, name), wanted_file(request))
    body = shared(request, "documents_body.html", scene, lambda: {"desk": desk, **_shown(scene, kind, words)})
    return asking.page(request, "documents.html", desk=desk, scene=scene, body=body)


def _shown(scene: Scene, kind: str, words: str) -> dict[str, object]:
    every = tuple(rows_of(scene))
    return {"rows": [row for row in every if _fits(row, kind, words)], "total": len(every), "kind": kind, "q": words,
            "kinds": sorted({row.document.kind for row in every})}


def _fits(row: DocumentRow, kind: str, words: str) -> bool:
    return kind in {"", row.document.kind} and _has(row.document, words)


def rows_of(scene: Scene) -> Iterator[DocumentRow]:
    """The documents issued by the day, newest first, undated ones last."""
    known = {one.code: one for one in scene.plan.documents if one.issued_on is None or one.issued_on <= scene.on}
    for one in sorted(known.values(), key=lambda one: (one.issued_on is not None, one.issued_on), reverse=True):
        yield DocumentRow(
            one, tuple(known[code] for code in one.implements if code in known),
            tuple(other for other in known.values() if one.code in other.implements),
            tuple(row for row in scene.rows if one.code in {row.line.target.document, row.line.target.source_document}),
            tuple((table, count) for table in COUNTED if (count := _cited(scene, table, one.code))),
        )


def _cited(scene: Scene, table: str, code: str) -> int:
    """How many rows of a table rest on a document."""
    if table == "figures":
        return sum(one.source.document == code and one.as_of <= scene.on for one in scene.plan.figures)
    field = "document" if table == "assignments" else "source_document"
    return sum(getattr(one, field) == code for one in getattr(scene.plan, table))


def _has(document: PlanDocument, words: str) -> bool:
    said = " ".join(filter(None, (document.symbol, document.title, document.issuer))).casefold()
    return all(word in said for word in words.casefold().split())


def _sheet(scene: Scene, rows: list[DocumentRow], name: str) -> Sheet:
    head = tuple(say(f"web.sheet_{column}", scene.lang) for column in COLUMNS)
    return Sheet(f"{name}-documents-{scene.on:%Y-%m-%d}", head, [(
        row.document.kind, row.document.symbol, row.document.issued_on, row.document.issuer, row.document.title,
        "; ".join(one.symbol or one.title for one in row.parents),
        "; ".join(one.symbol or one.title for one in row.children),
        len(row.targets) + sum(count for _, count in row.cited),
    ) for row in rows])
