"""Numbers, units, periods, sources and figures; Vietnamese number forms. See README.md."""

from tiendo.quantity.figure import Figure, FigureStatus, Source
from tiendo.quantity.period import Period

__all__ = ["Figure", "FigureStatus", "Period", "Source"]
