"""Names to numbers: the rules of `subject` asked for one number, and what the numbers behind it may take over.

A run of numbers ("tăng lần lượt 1,8% và 6,3%") takes the names set side by side before it, one each.
"""

from collections.abc import Sequence

from tiendo.reading.engine.rules import first_answer
from tiendo.reading.vi.amount import Amount
from tiendo.reading.vi.ask import Ask, piece_words
from tiendo.reading.vi.clause import Line, View, bare_between
from tiendo.reading.vi.link import Link
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.phrase import joined, name_of, words_between
from tiendo.reading.vi.subject import SUBJECTS
from tiendo.reading.vi.thread import Thread
from tiendo.reading.vi.walk import Walk

OWN_NAME = frozenset({"subject.between", "subject.named", "subject.label", "subject.earlier", "subject.opening"})
_RESPECTIVELY = {"lần lượt", "lần lượt là", "tương ứng", "tương ứng là"}
_RUN_REACH = 4  # tokens before the first number of a run among which "lần lượt" stands
_PARTS = {";", ":", "(", ")", "trong khi", "trong khi đó"}


def name_number(walk: Walk, view: View, link: Link, *, changes: bool = False, tallied: bool = False,
                ) -> tuple[Name | None, str]:
    """The name of a number and the rule that gave it; the thread keeps the name for what follows."""
    thread = walk.thread
    same = thread.by_unit.get(view.amount.unit)
    alike = same is None or thread.topic is None or same.text == thread.topic.text
    listed = (alike and view.amount.kind in thread.before) or thread.lead is not None
    ask = Ask(
        view, link, thread.topic or thread.lead, changes, thread.plan_bracket, tallied, before=thread.context.topic,
        same=same, listed=listed, deed=thread.deed, respective=thread.run[0] if thread.run else None,
        named=thread.context.names,
    )
    thread.run = thread.run[1:]
    answer = first_answer(SUBJECTS, ask)
    if answer is None:
        return None, "subject.none"
    thread.names.append(answer[0])
    thread.by_unit[view.amount.unit] = answer[0]
    noun = view.amount.noun
    words = [] if noun is None or answer[1] != "subject.counted" else piece_words(ask)
    thread.deed = joined(view.line, words) if words and "action" in view.tokens[words[0]].tags else thread.deed
    before_bracket = view.opened is not None and link.index is not None and link.index < view.opened
    if answer[1] == "subject.label" or before_bracket:
        thread.label(answer[0])
    return answer


def open_run(thread: Thread, items: Sequence[Amount], at: int) -> None:
    """"lần lượt 1,8% và 6,3%": a run of numbers takes the last names before it, one each."""
    tokens, first = thread.line.tokens, items[at].first
    if thread.run or not any(tokens[index].text in _RESPECTIVELY for index in range(max(0, first - _RUN_REACH), first)):
        return
    size = 1
    while at + size < len(items) and items[at + size].kind is items[at].kind and bare_between(
            thread.line, items[at + size - 1].last, items[at + size].first):
        size += 1
    names = _named_before(thread.line, thread.last.after if thread.last else 0, first)
    if len(names) != size:
        names = list(dict.fromkeys(thread.names))[-size:]
    if 1 < size == len(names):
        thread.run = tuple(names)


def _named_before(line: Line, start: int, end: int) -> list[Name]:
    """"Mỹ và Nhật Bản giảm lần lượt …": the names set side by side before a run of numbers."""
    tokens, names = line.tokens, list[Name]()
    opens = [index + 1 for index in range(start, end)
             if tokens[index].text in _PARTS or tokens[index].text.endswith("là")]
    last = next((index for index in range(end - 1, start, -1) if tokens[index].text in _RESPECTIVELY), end)
    at = max((index for index in opens if index < last), default=start)
    for index in range(at, last + 1):
        if index == last or tokens[index].text in {",", "và"}:
            end = next((i for i in range(at + 1, index) if "verb" in tokens[i].tags), index)
            name = name_of(line, words_between(line, at, end, said=True))
            names += [name] if name else []
            at = index + 1
    return names
