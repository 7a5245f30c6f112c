"""Which reports were due by a target's frequency, and which were missed."""

from datetime import date, timedelta

from tiendo.quantity import Period

_PARTS = {
    "year": ("",),
    "half": ("-H1", "-H2"),
    "quarter": tuple(f"-Q{number}" for number in range(1, 5)),
    "month": tuple(f"-{number:02}" for number in range(1, 13)),
    "end": (),  # one figure, on the due day
}


def periods_between(frequency: str, since: date, until: date) -> tuple[Period, ...]:
    """The whole calendar periods that begin on or after `since` and end on or before `until`, in order.

    `frequency` is month, quarter, half, year, or end (which has none).
    """
    codes = (f"{year}{part}" for year in range(since.year, until.year + 1) for part in _PARTS[frequency])
    periods = (Period.parse(code) for code in codes)
    return tuple(one for one in periods if one is not None and one.start >= since and one.end <= until)


def reports_missed(frequency: str, day: date, until: date) -> int:
    """How many periods of the frequency, begun after the day a figure speaks of, have ended by `until`.

    A period of which some figure speaks on any of its days is not missed: reports close a few days early.
    """
    return len(periods_between(frequency, day + timedelta(days=1), until))


def first_due(frequency: str, since: date, due_on: date) -> date:
    """The day the first report is due: the end of the first whole period, at the latest the due day."""
    return min((one.end for one in periods_between(frequency, since, due_on)), default=due_on)
