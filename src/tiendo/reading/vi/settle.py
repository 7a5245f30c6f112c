"""Which periods of a sentence outlive it: what the next sentence, and the next paragraph, begin with.

A period that opens the sentence, or stands before its first number, is what the text now speaks of. A goal's year
("phấn đấu đến năm 2025"), a look back ("cuối năm 2022 là 24,31%" in a report on 2023) and a bracket are not carried.
"""

from tiendo.reading.vi.clause import Line
from tiendo.reading.vi.context import Context, Spoken
from tiendo.reading.vi.period_code import NOW, PRESENT, PRIOR, SAME, YEARLY, is_day, span
from tiendo.reading.vi.thread import Noted, Thread


def settle(thread: Thread) -> None:
    """Take the periods of a finished sentence over into the context."""
    context = thread.context
    opens = thread.noted[0] if thread.noted and thread.noted[0].token <= thread.opening else None
    context.block_year = (opens.said.year if opens else None) or context.block_year
    lasting = [noted for noted in thread.noted if _lasts(thread, noted)]
    told = [noted for noted in lasting if not _is_expected(thread, noted)]
    if lasting and not told:
        context.running = lasting[-1].said
    lasting = told
    if not lasting:
        return
    first = thread.first_amount
    topical = [noted for noted in lasting if (first is None or noted.token < first) and not _is_day_of(thread, noted)]
    if topical and not _subordinate(thread.line):
        context.anchor = _later(topical[-1].said, lasting[-1].said)
    context.running = lasting[-1].said
    if context.anchor is None:
        context.anchor = context.running
    context.last_year = _last_year(lasting) or context.last_year


def _is_day_of(thread: Thread, noted: Noted) -> bool:
    """"Đến 30/11, …" in a text about that year or its months: the paragraph stays at the day, the text does not."""
    context, year = thread.context, noted.said.year
    anchor = context.anchor
    about = anchor is not None and anchor.year == year and not is_day(anchor.code)
    return is_day(noted.said.code) and about and (noted.token > thread.opening or context.told_year == year)


def _later(topic: Spoken, last: Spoken) -> Spoken:
    """"Năm 2018 tăng 5,9%; tuy nhiên năm 2019 giảm 3,1%": the text goes on with the later year."""
    return last if topic.year and last.year and last.year > topic.year else topic


def _lasts(thread: Thread, noted: Noted) -> bool:
    unknown = noted.said.code is None
    passing = noted.mention.code == YEARLY or (noted.mention.role == "passing" and noted.token > thread.opening)
    if unknown or passing or noted.bracketed or noted.mention.code.startswith((SAME, PRIOR)) or _is_goal(thread, noted):
        return False
    if _only_now(thread.context, noted) or _is_point(thread, noted):
        return False
    return noted.token <= thread.opening or _introduces(thread, noted) or not thread.context.looks_away(noted.said)


def _is_point(thread: Thread, noted: Noted) -> bool:
    """"Đầu năm 2023 còn 231 hộ nghèo" in a report on a quarter: where the year began, not what the text is about."""
    words = thread.line.text[noted.mention.start:noted.mention.end].lower()
    return thread.context.base is not None and words.startswith(("đầu năm", "cuối năm"))


def _introduces(thread: Thread, noted: Noted) -> bool:
    """Without a heading's period, what a paragraph's first sentence, or one without numbers, is about holds on."""
    if thread.context.base:
        return False
    return thread.first_amount is None or (thread.opens_block and noted.token < thread.first_amount)


def _is_expected(thread: Thread, noted: Noted) -> bool:
    """"Tổng thu năm 2024 dự kiến …" in a text about 2023: the paragraph speaks of it, the text goes on without it."""
    anchor, said = thread.context.anchor, span(noted.said.code)
    told = span(anchor.code) if anchor else None
    later = told is not None and said is not None and (told[0], told[2]) < (said[0], said[1])
    return later and any(token.tags.get("status") == "estimate" for token in thread.line.tokens)


def _is_goal(thread: Thread, noted: Noted) -> bool:
    """Whether something wanted is told of the period: the word for it stands before it, or next to it."""
    if not thread.wanted or thread.wanted[0] < noted.token:
        return bool(thread.wanted)
    first = thread.first_amount
    return first is None or not noted.token < first < thread.wanted[0]


def _only_now(context: Context, noted: Noted) -> bool:
    """"đến nay" in a text about nine months of this year does not change what the text is about."""
    anchor = context.base or context.anchor
    return noted.mention.code in {NOW, PRESENT} and anchor is not None and anchor.year == noted.said.year


def _subordinate(line: Line) -> bool:
    return bool(line.tokens) and "goes_on" in line.tokens[0].tags


def _last_year(lasting: list[Noted]) -> str | None:
    years = [noted.said.year for noted in lasting if noted.said.year]
    return years[-1] if years else None


def imply_year(line: Line, context: Context) -> None:
    """"giảm 1,73% so với năm 2017" in a text that has named no period speaks of 2018."""
    if context.running or any(mention.role == "own" for mention in line.periods):
        return
    against = [mention.code.removeprefix(SAME) for mention in line.periods if mention.role == "against"]
    compared = [code for code in against if len(code) == 4]
    if compared and compared[0].isdigit():
        year = str(int(compared[0]) + 1)
        context.running = Spoken(year, "period.year_after", f"compared '{compared[0]}'")
        context.anchor = context.running
