"""What runs on from sentence to sentence: sections with their periods, the running period, the year, the body.

A heading with a period ("I. Kết quả 9 tháng năm 2023") is the *base* of everything under it: every paragraph begins
with it. Without such a heading the *anchor*, the last period a sentence spoke of as its topic, is carried on. Inside
a paragraph the *running* period is whatever was said last, except what only looks back or forward.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from tiendo.reading.records import Block, BlockKind
from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.case import Said
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.organisation import area_of
from tiendo.reading.vi.period_code import (
    FIVE_YEARS,
    NOW,
    OPEN_YEAR,
    PRESENT,
    PRIOR,
    SAME,
    SAME_BEFORE,
    TERM,
    TO_DATE,
    WITHIN,
    YEARLY,
    in_a_row,
    is_day,
    is_years,
    last_of,
    months,
    prior,
    same_in,
    to_date,
    within,
    year_before,
    year_of,
)
from tiendo.reading.vi.places import place_doubt, places_in

_YEAR_SAID = re.compile(
    r"(?P<same>cùng k[ỳì](?: năm)?|so với(?: thực hiện)?(?: năm)?) (?P<y1>(?:19|20)\d\d)(?![\d.,]*\d)"
    r"|(?P<wish>đến năm|vào năm|tới năm|đến hết năm|đến cuối năm"
    r"|(?:mục tiêu|chỉ tiêu|kế hoạch|nhiệm vụ|phấn đấu|dự toán)"
    r"(?: cho| của| trong)? năm) (?P<y3>(?:19|20)\d\d)"
    r"|(?:năm|quý [iv1-4]{1,3}|\d{1,2}/\d{1,2}|tháng \d{1,2})[ /.-](?P<y2>(?:19|20)\d\d)(?!\d|\s?[-–]\s?\d)",
)
_TERM_SAID = re.compile(r"nhiệm kỳ (?P<a>(?:19|20)\d\d)\s?[-–]\s?(?P<b>(?:19|20)\d\d)")
_SENTENCE = re.compile(r"[.!?]\s|\n")
_WANTS = re.compile(r"phấn đấu|mục tiêu|lộ trình|định hướng|tầm nhìn")
_OWN_PROVINCE = re.compile(r"(?:của|toàn|trong|bàn) tỉnh(?!\s[A-ZĐ])")
_WHOLE_YEAR = 12  # months
_MAINLY = 0.6  # of the years a text names must be one, for numbers without a period to be that year's


@dataclass(frozen=True, slots=True)
class Spoken:
    """A period as it was said: its code (None where nobody knows the year), the rule that read it, and where."""

    code: str | None
    rule: str
    source: str

    @property
    def year(self) -> str | None:
        """The year it is in; None for a term or an unknown year."""
        return year_of(self.code)


@dataclass(frozen=True, slots=True)
class Section:
    """An open heading: how high it stands (1 is highest), its period if it names one, whether it tells goals."""

    rank: int
    period: Spoken | None
    goals: bool | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The body whose figures are told, and where it was named."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What a table's caption says of all its figures: their period, their unit with where it was said, its block."""

    period: Spoken | None = None
    unit: tuple[str, str] | None = None
    block: Block | None = None


@dataclass(slots=True)
class Context:
    """What a document has said so far; the reader changes it as it walks.

    `usual` is the year the document speaks of most (`sure`: as a fact, not only as a goal;
    `alone`: hardly any other), `term` its term, `latest` the latest year it tells of,
    `sections` the open headings, `anchor` and `running` the periods carried on, `left` the one that the paragraph
    before ended with, for a paragraph that goes on with it, `last_year` the last year a
    figure's period named, `told_year` the latest year a figure was told of as a fact, `block_year` the year a
    sentence of the paragraph opened with, even as a goal;
    `status`, `topic` and `organisation` what the sentence before ended with, `names` the names of its numbers,
    `before` and `disbursed` what they said, `goal` of when its goals are, for a sentence that goes on with it
    ("Trong đó, …");
    `text` is the whole document, `named` its provinces and districts, `ambiguous` which of its bodies have
    namesakes, `areas` which area "toàn tỉnh" means;
    `told` whether a figure has been told at all: before that a heading may still be a line of the title;
    `caption` what the last caption said, `row_unit` the unit cell of a table's row.
    """

    usual: str | None = None
    sure: bool = False
    alone: bool = False
    term: str | None = None
    latest: str | None = None
    sections: list[Section] = field(default_factory=list)
    anchor: Spoken | None = None
    running: Spoken | None = None
    left: Spoken | None = None
    last_year: str | None = None
    told_year: str | None = None
    block_year: str | None = None
    block: Block | None = None
    status: str | None = None
    topic: Name | None = None
    before: dict[Unit, Said] = field(default_factory=dict)
    disbursed: bool = False
    names: tuple[Name, ...] = ()
    goal: Spoken | None = None
    organisation: Body | None = None
    text: str = ""
    named: frozenset[str] = frozenset()
    ambiguous: dict[tuple[str, str | None], str | None] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    told: bool = False
    caption: Caption = Caption()
    row_unit: tuple[int | None, int | None, str] | None = None

    @property
    def base(self) -> Spoken | None:
        """The period of the lowest open heading that names one."""
        return next((section.period for section in reversed(self.sections) if section.period), None)

    @property
    def goals(self) -> bool:
        """Whether the open section tells what is wanted."""
        return next((section.goals for section in reversed(self.sections) if section.goals is not None), False)

    @property
    def year(self) -> str | None:
        """The year for a period that names none."""
        about = self.base or self.anchor
        return (about.year if about else None) or self.last_year or (self.usual if self.sure else None)

    def body_named(self, name: str) -> str:
        """A body's name; "toàn tỉnh" is the province that the document names most."""
        if not name.lower().startswith(("toàn ", "cả ")) or name.lower() in {"cả nước", "toàn quốc"}:
            return name
        if name not in self.areas:
            self.areas[name] = area_of(name, self.text) or name
        return self.areas[name]

    def own_area(self) -> str | None:
        """The province that a document speaks of as "tỉnh", where it names one and has named no other body."""
        key = "tỉnh"
        if key not in self.areas:
            self.areas[key] = (area_of(key, self.text) or "") if _OWN_PROVINCE.search(self.text) else ""
        return self.areas[key] or None

    def doubt_of(self, organisation: str | None, period: str | None) -> str | None:
        """Why the place of a body may be another of the same name."""
        if organisation is None:
            return None
        key = (organisation, period)
        if key not in self.ambiguous:
            self.named = self.named or places_in(self.text)
            self.ambiguous[key] = place_doubt(organisation, period, self.named)
        return self.ambiguous[key]

    def looks_away(self, said: Spoken) -> bool:
        """Whether a period is in another year than the text is about: it looks back or forward."""
        base, anchor = self.base, self.anchor
        if base:
            return said.code != base.code and not within(said.year, base.code)
        if anchor:
            back = said.year is None or (anchor.year is not None and said.year < anchor.year)
            return anchor.year is not None and said.code is not None and back
        return self.sure and said.year is not None and said.year != self.usual

    def enter(self, block: Block) -> None:
        """A new block: a paragraph begins with the period of its section, or else with the last anchor."""
        if block is self.block:
            return
        if self.block and self.block.kind is BlockKind.CELL and block.kind is not BlockKind.CELL:
            self.caption = Caption()
        self.block = block
        self.left = self.running
        self.status = self.block_year = None
        if block.kind is not BlockKind.HEADING:
            self.running = self._begin()

    def _begin(self) -> Spoken | None:
        """The period a paragraph begins with: under a title of a month or a quarter, the longer span told since."""
        base, anchor = self.base, self.anchor
        titled = len(self.sections) == 1 and self.sections[0].goals is None
        if base and anchor and titled and anchor.year == base.year and 0 < months(base.code) < months(anchor.code):
            return anchor
        return base or anchor

    def head(self, section: Section) -> None:
        """A heading closes the sections that stand as high as it or lower."""
        while self.sections and self.sections[-1].rank >= section.rank:
            self.sections.pop()
        self.sections.append(section)
        self.running = self.base or self.anchor

    def resolve(self, code: str, here: Spoken | None, year: str | None) -> str | None:
        """A period's code with what it leaves open filled in; None where nothing fills it.

        `here` is the period at hand, `year` the last year the sentence named, if any.
        """
        pointed = self._pointed(code, here, year)
        if OPEN_YEAR not in code:
            return pointed
        known = year or self.block_year or self.year
        return code.replace(OPEN_YEAR, known) if known else None

    def _pointed(self, code: str, here: Spoken | None, year: str | None) -> str | None:
        """A code that points to a period told before, as that period; any other as it is."""
        hand = here.code if here else None
        if code in {TERM, FIVE_YEARS, NOW, PRESENT, YEARLY, TO_DATE}:
            return self._about(code, here, year)
        if code.startswith((PRIOR, WITHIN)):
            move = prior if code.startswith(PRIOR) else last_of
            return move(hand, code[-1])
        if code == SAME_BEFORE:
            return year_before(hand)
        return same_in(code.removeprefix(SAME), hand) if code.startswith(SAME) else code

    def _about(self, code: str, here: Spoken | None, year: str | None) -> str | None:
        """The period of "nửa nhiệm kỳ", "hằng năm", "lũy kế", "đến nay" in what the document is about."""
        hand = here.code if here else None
        if (code == YEARLY and (year or is_years(hand))) or (code == PRESENT and year):
            return hand
        if code == FIVE_YEARS:
            about = next((one.code for one in (here, self.anchor, self.base) if one and is_years(one.code)), None)
            return about or self._whole_term()
        if code in {TERM, YEARLY}:
            return self._whole_term()
        if code == TO_DATE and hand and months(hand) < _WHOLE_YEAR:
            return to_date(hand)
        return self._now(here, exact=code == PRESENT)

    def _whole_term(self) -> str | None:
        """The term the document speaks of, else the years its section is about."""
        base = self.base.code if self.base else None
        return self.term or (base if is_years(base) else None)

    def _now(self, here: Spoken | None, *, exact: bool) -> str | None:
        """The time of the report: its section's period (only its year, unless `exact`), else the year it is about."""
        base = self.base
        if base and base.code and (exact or is_day(base.code)):
            return base.code
        if base:
            return base.year or base.code
        if self.anchor and self.anchor.year:
            return max(self.anchor.year, self.told_year or "")  # "đến nay" is not before what was told
        if self.anchor and self.anchor.code and is_years(self.anchor.code):
            over = max(self.told_year or "", self.anchor.code[-4:])  # told when a school year, or a past term, is over
            return over if in_a_row(self.anchor.code) or over > self.anchor.code[-4:] else self.anchor.code
        return self.usual if self.sure else (here.year if here else None) or self.last_year


def opening_context(text: str) -> Context:
    """The context a document begins with: the year and the term its text names most."""
    low = text.lower()
    years: Counter[str] = Counter()
    wished: Counter[str] = Counter()
    for sentence in _SENTENCE.split(low):
        if "19" not in sentence and "20" not in sentence:
            continue  # it names no year
        wants = _WANTS.search(sentence)
        for found in _YEAR_SAID.finditer(sentence):
            if found["y1"]:
                years[str(int(found["y1"]) + 1)] += 1
            elif found["y2"] and not (wants and wants.start() < found.start()):
                years[found["y2"]] += 1
            else:
                wished[found["y2"] or found["y3"]] += 1
    terms = Counter(f"{found['a']}/{found['b']}" for found in _TERM_SAID.finditer(low))
    votes = years or wished
    usual = _most(votes)
    alone = usual is not None and votes[usual] >= _MAINLY * sum(votes.values())
    return Context(usual=usual, sure=bool(years), alone=alone, term=_most(terms), latest=max(years, default=None),
                   text=text)


def _most(votes: Counter[str]) -> str | None:
    """What was said most; of equals the latest."""
    return max(votes, key=lambda said: (votes[said], said), default=None)
