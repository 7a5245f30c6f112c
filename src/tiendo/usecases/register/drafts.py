"""Drafts of the review: begin one, look at it beside the register, write its files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tiendo.assessing import assess_plan
from tiendo.errors import Lang
from tiendo.plan import Plan
from tiendo.review import Review, compose
from tiendo.review.manuscript.compare import Comparison, compare
from tiendo.review.manuscript.files import write_draft
from tiendo.review.manuscript.records import Manuscript, bound_json, piece_json
from tiendo.review.manuscript.taking import manuscript_of
from tiendo.review.manuscript.weaving import woven
from tiendo.store import draft_rows, places
from tiendo.store.queries import plans as plan_queries
from tiendo.store.queries.drafts import DraftView, draft_of
from tiendo.usecases.gather import Gathered
from tiendo.usecases.read_reports import Step, no_step
from tiendo.usecases.register.call import Call, allow, doing
from tiendo.usecases.review_folder import assess_gathered

__all__ = ["Open", "begin_draft", "open_draft", "write_draft_files"]


@dataclass(frozen=True, slots=True)
class Open:
    """A draft that is open: as it stands, beside what the register says now, and the last edit of each place."""

    view: DraftView
    text: Manuscript
    beside: Comparison
    review: Review
    numbers: Mapping[str, int]
    begun: Mapping[str, str | None]  # the text of each place as composed

    def number(self, place: str) -> int:
        """The last edit's number of a place; 0: as composed."""
        return self.numbers.get(place, 0)


def begin_draft(*, call: Call, plan: int, as_of: date, form: str = "party", lang: Lang = "vi") -> int:
    """Compose the review of a plan as of a day and keep it as a draft to write on; gives the draft's number.

    Raises NotAllowedError, NotThereError, ReviewError (V101) for a day before the term.
    """
    with doing("edit_draft", call, places.of_plan(plan), f"plan {plan}", as_of.isoformat()) as now:
        text = manuscript_of(_composed(plan, as_of, lang))
        number = draft_rows.begin(plan, draft_rows.Opening(
            as_of, form, lang, [piece_json(one) for one in text.pieces],
            [bound_json(one) for versions in text.bounds.values() for one in versions]), now.stamp)
        now.subject = f"draft {number}"
        return number


def open_draft(*, call: Call, draft: int, plan: int | None = None) -> Open:
    """A draft beside the review composed now; for those who may write the review.

    Raises NotThereError, for a draft of another plan than `plan` too, whoever asks.
    """
    kept = draft_of(draft)
    view, text = kept.view, kept.text
    if plan not in {None, view.plan}:
        raise places.missing("draft", draft)
    allow(call, "write_review", places.of_plan(view.plan))
    review = _composed(view.plan, view.as_of, view.lang)
    return Open(view, text, compare(text, review), review, kept.numbers, kept.begun)


def write_draft_files(
    *, call: Call, draft: int, out: Path, kinds: tuple[str, ...] = ("docx",), on_step: Step = no_step,
) -> tuple[Path, ...]:
    """Write files of a draft (docx, html, md, xlsx) into a folder; gives their paths.

    A number without a source, or one that changed and was not taken, is marked in the text of the file.
    """
    found = open_draft(call=call, draft=draft)
    with doing("write_review", call, places.of_plan(found.view.plan), f"draft {draft}", ", ".join(kinds)):
        review = woven(found.text, found.beside, found.review)
        return write_draft(review, out, form=found.view.form, kinds=kinds, on_step=on_step)


def _composed(plan: int, as_of: date, lang: Lang) -> Review:
    """The review the register would write now, without the checks' findings: no sentence of it stands on one."""
    record: Plan = plan_queries.whole_plan(plan)
    assess_gathered(gathered=Gathered(record, (), ()), as_of=as_of)
    return compose(record, assess_plan(record, as_of), (), as_of, lang)
