"""What things are called in a report: bodies, targets, parts, documents as official papers cite them."""

from pathlib import PurePath

from tiendo.plan import Plan, PlanDocument, Target
from tiendo.quantity import Figure, say_day
from tiendo.words import Lang, say


class Naming:
    """The names of a plan's records in one language; a code nobody declared stays itself."""

    def __init__(self, plan: Plan, lang: Lang) -> None:
        """Index the plan's names."""
        self.lang = lang
        self._bodies = {one.code: one.name_vi if lang == "vi" else one.name_en for one in plan.bodies}
        self._parts = {(one.target, one.code): one.name_vi if lang == "vi" else one.name_en for one in plan.components}
        self._documents = {one.code: one for one in plan.documents}

    def target(self, target: Target) -> str:
        """A target's name."""
        return target.name_vi if self.lang == "vi" else target.name_en

    def sector(self, target: Target) -> str:
        """The name of a target's sector."""
        return target.sector if self.lang == "vi" else target.sector_en or target.sector

    def part(self, target: str, code: str | None) -> str:
        """The name of a part of a structure, small inside a sentence."""
        name = self._parts.get((target, code or ""), code or "")
        return name[:1].lower() + name[1:]

    def body(self, code: str) -> str:
        """A body's name."""
        return self._bodies.get(code, code)

    def record(self, code: str) -> PlanDocument | None:
        """The plan's document of a code or of a report's file name (`bc-tk-2022.html` is `bc-tk-2022`)."""
        return self._documents.get(code) or self._documents.get(PurePath(code).stem)

    def document(self, code: str) -> str:
        """A document as people cite it: `Báo cáo số 35/BC-CCTK ngày 24/3/2023 của Chi cục Thống kê quận Sông Tô`."""
        known = self.record(code)
        return self.cited(known) if known else code

    def cited(self, document: PlanDocument) -> str:
        """Kind, symbol, day and issuer; the title where there is no symbol."""
        if not document.symbol:
            return document.title
        day = say("review.cited_day", self.lang, day=say_day(document.issued_on, self.lang)) \
            if document.issued_on else ""
        return say("review.cited", self.lang, kind=document.kind, symbol=document.symbol, day=day,
                   issuer=document.issuer)

    def reporter(self, figure: Figure) -> str:
        """Who reported a figure, by name."""
        return self.body(figure.reported_by)
