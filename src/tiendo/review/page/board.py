"""The top of the page: the tally that adds up, by basis, what needs attention, and the targets by sector."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tiendo.assessing import Basis, Standing, sum_parts, sum_text, tally
from tiendo.review.page.scene import Scene, day, lower
from tiendo.review.page.target import TargetView
from tiendo.review.parts.overall import GOOD
from tiendo.review.records import Line, Number, Run
from tiendo.words import say

ATTENTION = (Standing.MISSED, Standing.BEHIND, Standing.UNPROVEN, Standing.NOT_ASSESSABLE)


@dataclass(frozen=True, slots=True)
class CountView:
    """How many targets stand at one standing; `shown` is bound to the ledger where anybody stands there."""

    standing: str
    word: str
    count: int
    shown: Number | None = None


@dataclass(frozen=True, slots=True)
class BasisRow:
    """The targets judged on one basis: how many, and where they stand; the rows add up to the whole."""

    basis: str
    count: int
    parts: tuple[CountView, ...]


@dataclass(frozen=True, slots=True)
class SectorView:
    """A sector: its targets, what needs attention first, and its sum in writing."""

    name: str
    sum: str
    targets: tuple[TargetView, ...]


@dataclass(frozen=True, slots=True)
class BoardView:
    """The scoreboard. `cells` has one target a cell, best standing first; `ways` those with a way, longest first."""

    total: int
    headline: tuple[Run, ...]
    counts: tuple[CountView, ...]
    partition: tuple[Run, ...]
    cells: tuple[TargetView, ...]
    bases: tuple[BasisRow, ...]
    notes: tuple[str, ...]
    attention: tuple[TargetView, ...]
    under_way: tuple[TargetView, ...]
    ways: tuple[TargetView, ...]
    sectors: tuple[SectorView, ...]
    owners: tuple[str, ...]
    elapsed: tuple[Run, ...]


def board_view(scene: Scene, views: Sequence[TargetView]) -> BoardView:
    """The scoreboard of a review; `views` stand in the plan's order."""
    review, places = scene.review, list(Standing)
    return BoardView(
        total=review.tally.total, headline=_headline(scene), counts=_counts(scene, review.lines),
        partition=_partition(scene),
        cells=tuple(sorted(views, key=lambda view: places.index(Standing(view.standing)))),
        bases=tuple(_bases(scene)), notes=tuple(_notes(scene)),
        attention=tuple(sorted((view for view in views if view.standing in ATTENTION), key=_rank)),
        under_way=tuple(view for view in views if view.standing == Standing.ON_PATH),
        ways=tuple(sorted((view for view in views if view.way), key=_gone, reverse=True)),
        sectors=tuple(sorted(_sectors(scene, views), key=_urgency)),
        owners=tuple(sorted({view.owner for view in views})), elapsed=_elapsed(scene),
    )


def _rank(view: TargetView) -> int:
    """What needs attention first: missed, behind, unproven, not assessable, then the rest together."""
    return ATTENTION.index(Standing(view.standing)) if view.standing in ATTENTION else len(ATTENTION)


def _urgency(sector: SectorView) -> int:
    return -sum(view.standing in ATTENTION for view in sector.targets)


def _gone(view: TargetView) -> float:
    return view.way.gone if view.way else 0.0


def _entry(scene: Scene, label: str, shown: str) -> Number:
    """The report's own number by its label."""
    found = next(entry for entry in scene.review.ledger if entry.computed and entry.label == label)
    return Number(found.id, shown)


def _headline(scene: Scene) -> tuple[Run, ...]:
    counts = scene.review.tally
    label = {key: say(f"review.label_tally_{key}", scene.lang) for key in ("good", "exceeded")}
    return scene.runs(
        "headline", good=_entry(scene, label["good"], f"{counts.of(*GOOD)}/{counts.total}"),
        exceeded=_entry(scene, label["exceeded"], f"{counts.of(Standing.EXCEEDED)}/{counts.total}"),
    )


def _counts(scene: Scene, lines: Sequence[Line]) -> tuple[CountView, ...]:
    found = []
    for standing, count in tally([line.assessment for line in lines]).counts:
        word = say(f"assessing.standing_{standing}", scene.lang)
        found.append(CountView(standing, word, count, _entry(scene, word, str(count)) if count else None))
    return tuple(found)


def _partition(scene: Scene) -> tuple[Run, ...]:
    """Every label with its count, zeros too, and the sum: a part left out could hide."""
    parts: list[Run] = []
    shown = {one.standing: one.shown for one in _counts(scene, scene.review.lines)}
    for standing, count, word in sum_parts(scene.review.tally, scene.lang, zeros=True):
        parts += [" + "] if parts else []
        parts += [shown[standing] or str(count), f" {word}"]
    total = _entry(scene, say("review.label_total", scene.lang), str(scene.review.tally.total))
    return (*parts, " = ", total)


def _bases(scene: Scene) -> Iterator[BasisRow]:
    for basis in Basis:
        lines = [line for line in scene.review.lines if line.assessment.basis is basis]
        if lines:
            counts = tally([line.assessment for line in lines]).counts
            parts = tuple(CountView(standing, say(f"assessing.standing_{standing}", scene.lang), count)
                          for standing, count in counts if count)
            yield BasisRow(say(f"assessing.basis_{basis}", scene.lang), len(lines), parts)


def _notes(scene: Scene) -> Iterator[str]:
    """How many labels carry a flag: good news is not shown alone."""
    flags = [flag for line in scene.review.lines for flag in line.assessment.flags]
    for flag in dict.fromkeys(flags):
        yield scene.word("flag_count", count=flags.count(flag), flag=lower(say(f"assessing.flag_{flag}", scene.lang)))


def _sectors(scene: Scene, views: Sequence[TargetView]) -> Iterator[SectorView]:
    for name in dict.fromkeys(view.sector for view in views):
        inside = sorted((view for view in views if view.sector == name), key=_rank)
        counts = tally([line.assessment for line in scene.review.lines if scene.sector(line.target) == name])
        said = scene.word("sector_sum", total=counts.total, sum=sum_text(counts, scene.lang))
        yield SectorView(name, said, tuple(inside))


def _elapsed(scene: Scene) -> tuple[Run, ...]:
    """How much of the term is gone on the day; nothing where the resolution states no term."""
    plan = scene.review.plan
    term = next((one for one in plan.documents if one.code == plan.document), None)
    if term is None or term.term_from is None or term.term_to is None or term.term_from >= term.term_to:
        return ()
    gone, whole = (scene.review.as_of - term.term_from).days, (term.term_to - term.term_from).days
    share = Decimal(round(min(1.0, gone / whole) * 100))
    number = scene.anchors.computed("elapsed", scene.word("label_elapsed"), share, "%")
    return scene.runs("elapsed", share=number, begin=day(term.term_from, scene.lang), end=day(term.term_to, scene.lang))
