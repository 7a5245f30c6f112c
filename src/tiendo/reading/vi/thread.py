"""What runs on from number to number inside a sentence, and what a bracket gives back when it closes."""

from dataclasses import dataclass, field

from tiendo.reading.vi.amount import Amount, Unit
from tiendo.reading.vi.case import Said
from tiendo.reading.vi.clause import STILL_TO_DO, Line, View, held_to, segments, will_be
from tiendo.reading.vi.context import Context, Spoken
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.period import TOLD, Mention
from tiendo.reading.vi.period_code import PRESENT, PRIOR, SAME, SAME_BEFORE, TO_DATE, is_day
from tiendo.reading.vi.phrase import name_of, words_between

TURNS = {"trong khi", "trong khi đó"}  # what follows is another's number
_LEADS_IN = {"lead", "as_at", "adverb", "time", "day_part"}  # what may stand before a period that opens a sentence
_PLAN_REACH = 8  # words between a plan word and the bracket that tells its value


@dataclass(frozen=True, slots=True)
class Noted:
    """A period of its own that the sentence named: its token, what it says, whether a bracket holds it."""

    token: int
    mention: Mention
    said: Spoken
    bracketed: bool


@dataclass(frozen=True, slots=True)
class Saved:
    """What a bracket keeps safe: the state when it opened."""

    topic: Name | None
    status: str | None
    before: dict[Unit, Said]
    plan_bracket: bool
    period: Spoken | None


@dataclass(slots=True)
class Thread:
    """The running state of one sentence; the walk changes it, so it is not frozen.

    `topic` is the last name, `status` the last status that runs on, `before` what the last number of each kind
    said, `whole` the last plain count of targets, `noun` the last tallied noun, `names` the names of the sentence,
    `by_unit` the last one whose number had a unit, `period` the period at hand, `noted` the periods named so far,
    `wanted` the tokens that say something is wanted.
    """

    line: Line
    context: Context
    topic: Name | None = None
    status: str | None = None
    period: Spoken | None = None
    before: dict[Unit, Said] = field(default_factory=dict)
    last_said: Said | None = None
    structure: bool = False
    plan_bracket: bool = False
    compared: Spoken | None = None  # the period right before an open bracket that a number was compared with
    whole: Amount | None = None
    noun: str | None = None
    whole_name: Name | None = None
    deed: str | None = None
    last: View | None = None
    names: list[Name] = field(default_factory=list)
    by_unit: dict[str, Name] = field(default_factory=dict)
    saved: list[Saved] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)
    wanted: list[int] = field(default_factory=list)
    planned: Spoken | None = None  # the year of a plan the sentence named
    run: tuple[Name, ...] = ()  # the names that a run of numbers ("lần lượt …") belongs to, still to come
    lead: Name | None = None  # an indicator before a colon, for the parts listed behind it
    goal: bool = False
    disbursed: bool = False
    quota: bool = False
    tallied: bool = False  # whether the sentence has told a tally so far
    first_amount: int | None = None
    opens_block: bool = False
    opening: int = 0  # the first token that does more than lead in
    said_year: str | None = None  # the last year a period of the sentence named
    token: int = 0
    mention: int = 0

    @property
    def said_period(self) -> bool:
        """Whether the sentence has named a period of its own so far."""
        return bool(self.noted)

    def label(self, name: Name) -> None:
        """A name before a bracket is also the name of what follows the bracket."""
        if self.saved:
            last = self.saved[-1]
            self.saved[-1] = Saved(name, last.status, last.before, last.plan_bracket, last.period)


def opening_of(line: Line) -> int:
    """The first token that does more than lead in: a period up to there opens the sentence."""
    return next((index for index, token in enumerate(line.tokens)
                 if token.kind != "mark" and not token.tags.keys() & _LEADS_IN), len(line.tokens))


def advance(thread: Thread, to: int) -> None:
    """Walk over the tokens up to `to`: open and close brackets, take in periods and structure words."""
    tokens, periods = thread.line.tokens, thread.line.periods
    for index in range(thread.token, to):
        token = tokens[index]
        if token.text == "(":
            _open(thread, index)
        elif token.text == ")":
            _close(thread)
        elif "status" in token.tags and "against" not in token.tags:
            _take_status(thread, index)
        elif token.text in STILL_TO_DO and will_be(thread.line, index):
            thread.status = thread.status or "target"
        elif token.text in TURNS:
            thread.status = None
        elif token.tags.get("head") == "share" and token.text.startswith("cơ cấu"):
            thread.structure = True
        elif token.text == ":" and index in thread.line.breaks:
            thread.lead = _lead(thread.line, index)
        if thread.mention < len(periods):
            _take_periods(thread, index)
    thread.token = max(thread.token, to)


def _lead(line: Line, index: int) -> Name | None:
    """"Tỷ lệ giáo viên đạt chuẩn: mầm non 96,7%, …": the indicator right before a colon, with no number of its own."""
    start, end = next(segments(line, 0, index), (index, index))
    if end != index or any(line.tokens[at].kind == "number" and at not in line.timed for at in range(start, end)):
        return None
    name = name_of(line, words_between(line, start, end))
    return name if name and name.opener and name.head == "rate" else None


def _take_status(thread: Thread, index: int) -> None:
    if index and "count" in thread.line.tokens[index].tags and thread.line.tokens[index - 1].kind == "number":
        return  # "5 định hướng": counted, not told
    if held_to(thread.line, index):
        return
    status = thread.line.tokens[index].tags["status"]
    thread.status = status if status != "actual" else None
    if status == "target" and not thread.saved:
        thread.wanted.append(index)


def _open(thread: Thread, index: int) -> None:
    thread.saved.append(Saved(thread.topic, thread.status, dict(thread.before), thread.plan_bracket, thread.period))
    plan, compared = _before_bracket(thread, index)
    plan = plan and not _opens_compared(thread.line, index)
    thread.plan_bracket = plan or _opens_plan(thread.line, index)
    thread.compared = compared


def _close(thread: Thread) -> None:
    if thread.saved:
        kept = thread.saved.pop()
        thread.topic, thread.status, thread.before = kept.topic, kept.status, kept.before
        thread.plan_bracket, thread.period = kept.plan_bracket, kept.period
    thread.compared = None


def _opens_compared(line: Line, index: int) -> bool:
    """"(cùng kỳ năm 2023 đạt 41,5%)" behind a plan tells the past, not the plan."""
    following = line.tokens[index + 1].tags if index + 1 < len(line.tokens) else {}
    return following.get("against") in {"same_period", "previous"}


def _opens_plan(line: Line, index: int) -> bool:
    following = line.tokens[index + 1].tags if index + 1 < len(line.tokens) else {}
    return following.get("against") in {"plan", "resolution"} or following.get("status") == "target"


def _before_bracket(thread: Thread, index: int) -> tuple[bool, Spoken | None]:
    """Whether a plan is named right before a bracket, and the compared period that stands there."""
    line, tokens = thread.line, thread.line.tokens
    last = line.periods[thread.mention - 1] if thread.mention else None
    stands = last is not None and last.role == "against" and index and last.end == tokens[index - 1].end
    compared = last if stands else None
    said = spoken(thread, compared) if compared else None
    for at in range(index - 1, max(-1, index - 1 - _PLAN_REACH), -1):
        if at in line.breaks or (tokens[at].kind == "number" and at not in line.timed):
            break
        if tokens[at].tags.get("against") in {"plan", "resolution"} or tokens[at].text == "mục tiêu đến":
            return True, said
    return False, said


def _take_periods(thread: Thread, index: int) -> None:
    periods = thread.line.periods
    offset = thread.line.tokens[index].start
    while thread.mention < len(periods) and periods[thread.mention].start <= offset:
        mention = periods[thread.mention]
        thread.mention += 1
        if mention.role == "goal":
            thread.status, thread.goal = "target", True
            thread.wanted.append(index)
        if mention.role == "plan" and not thread.saved:
            thread.planned = spoken(thread, mention)
        if mention.role in TOLD:
            said = spoken(thread, mention)
            if _ahead(thread, index, said):
                thread.goal = True
                thread.wanted.append(index)
            thread.noted.append(Noted(index, mention, said, bracketed=bool(thread.saved)))
            thread.status = None if mention.code == SAME_BEFORE or mention.code.startswith(PRIOR) else thread.status
            thread.said_year = thread.said_year if mention.code.startswith(SAME) else said.year or thread.said_year
            thread.period = said


def _ahead(thread: Thread, index: int, said: Spoken) -> bool:
    """"Đến năm 2025, diện tích … đạt 3.500 ha" in a text that tells of nothing later than 2023: it is wanted."""
    latest, before = thread.context.latest, thread.line.tokens[index - 1] if index else None
    up_to = before is not None and before.text.startswith(("đến", "tới"))
    whole_year = latest is not None and len(said.code or "") == len(latest)
    return up_to and whole_year and (said.year or "") > (latest or "")


def spoken(thread: Thread, mention: Mention) -> Spoken:
    """What a mention says at this point of the sentence."""
    year = thread.said_year or (thread.planned.year if thread.planned else None)
    if mention.code == PRESENT and (thread.goal or (thread.noted and thread.noted[-1].mention.role == "passing")):
        year = None  # "phấn đấu đạt chuẩn năm 2024, hiện còn vướng 3 tiêu chí": now is not the year of the goal
    code = thread.context.resolve(mention.code, thread.period, year)
    if mention.code == TO_DATE:  # "đến ngày 15/3, … trong nhiệm kỳ lũy kế đạt 9": summed up to that day
        code = next((one.said.code for one in reversed(thread.noted) if is_day(one.said.code)), code)
    words = thread.line.text[mention.start:mention.end]
    return Spoken(code, mention.rule, f"earlier '{words}'")
