"""What runs on from number to number inside a sentence, and what a bracket gives back when it closes."""

from dataclasses import dataclass, field

from tiendo.reading.vi.amount import Amount, Unit
from tiendo.reading.vi.clause import Line, View
from tiendo.reading.vi.context import Context
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.period import Mention
from tiendo.reading.vi.relation import Said

TURNS = {"trong khi", "trong khi đó"}  # what follows is another's number
_PLAN_REACH = 8  # words between a plan word and the bracket that tells its value


@dataclass(slots=True)
class Thread:
    """The running state of one sentence; the walk changes it, so it is not frozen.

    `topic` is the last name, `status` the last status that runs on, `before` what the last number of each kind
    said, `whole` the last plain count of targets, `noun` the last tallied noun, `names` all names so far.
    """

    line: Line
    context: Context
    topic: Name | None = None
    status: str | None = None
    before: dict[Unit, Said] = field(default_factory=dict)
    structure: bool = False
    plan_bracket: bool = False
    compared: str | None = None  # the period right before an open bracket that a number was compared with
    whole: Amount | None = None
    noun: str | None = None
    last: View | None = None
    said_period: bool = False
    names: list[Name] = field(default_factory=list)
    saved: list[tuple[Name | None, str | None, dict[Unit, Said], bool, str | None]] = field(default_factory=list)
    token: int = 0
    mention: int = 0

    def label(self, name: Name) -> None:
        """A name before a bracket is also the name of what follows the bracket."""
        if self.saved:
            _, *rest = self.saved[-1]
            self.saved[-1] = (name, *rest)  # type: ignore[assignment]


def advance(thread: Thread, to: int) -> None:
    """Walk over the tokens up to `to`: open and close brackets, take in periods and structure words."""
    tokens = thread.line.tokens
    for index in range(thread.token, to):
        token = tokens[index]
        if token.text == "(":
            _open(thread, index)
        elif token.text == ")":
            _close(thread)
        elif "status" in token.tags and "against" not in token.tags:
            thread.status = token.tags["status"] if token.tags["status"] != "actual" else None
        elif token.text in TURNS:
            thread.status = None
        elif token.tags.get("head") == "share" and token.text.startswith("cơ cấu"):
            thread.structure = True
        _take_periods(thread, token.start)
    thread.token = max(thread.token, to)


def _open(thread: Thread, index: int) -> None:
    thread.saved.append((thread.topic, thread.status, dict(thread.before), thread.plan_bracket, thread.context.period))
    plan, compared = _before_bracket(thread.line, index)
    thread.plan_bracket = plan or _opens_plan(thread.line, index)
    thread.compared = compared


def _close(thread: Thread) -> None:
    if thread.saved:
        thread.topic, thread.status, thread.before, thread.plan_bracket, thread.context.period = thread.saved.pop()
    thread.compared = None


def _opens_plan(line: Line, index: int) -> bool:
    following = line.tokens[index + 1].tags if index + 1 < len(line.tokens) else {}
    return following.get("against") == "plan" or following.get("status") == "target"


def _before_bracket(line: Line, index: int) -> tuple[bool, str | None]:
    """Whether a plan is named right before a bracket, and the code of a compared period that stands there."""
    tokens = line.tokens
    compared = next((mention.code for mention in line.periods
                     if mention.role == "against" and index and mention.end == tokens[index - 1].end), None)
    for at in range(index - 1, max(-1, index - 1 - _PLAN_REACH), -1):
        if at in line.breaks or (tokens[at].kind == "number" and at not in line.timed):
            break
        if tokens[at].tags.get("against") == "plan":
            return True, compared
    return False, compared


def _take_periods(thread: Thread, offset: int) -> None:
    periods = thread.line.periods
    while thread.mention < len(periods) and periods[thread.mention].start <= offset:
        mention = periods[thread.mention]
        thread.mention += 1
        note_period(thread, mention)


def note_period(thread: Thread, mention: Mention) -> None:
    """A period of its own becomes the period of what follows; one compared with only hints at the year."""
    if mention.role == "own":
        thread.context.note(mention)
        thread.said_period = True


def imply_year(line: Line, context: Context) -> None:
    """"giảm 1,73% so với năm 2017" in a text that has named no period speaks of 2018."""
    if context.period is not None or any(mention.role == "own" for mention in line.periods):
        return
    compared = [mention.code for mention in line.periods if mention.role == "against" and len(mention.code) == 4]
    if compared and compared[0].isdigit():
        context.period, context.period_from = str(int(compared[0]) + 1), "period.year_after"
