"""Numbers, units, periods, sources and figures; Vietnamese number forms. See README.md."""

from tiendo.quantity.amount import Amount, find_amounts, format_amount
from tiendo.quantity.around import Bound
from tiendo.quantity.cell import check_day, check_decimal, check_period, check_unit
from tiendo.quantity.figure import Figure, FigureStatus, Source
from tiendo.quantity.mention import PeriodMention, find_periods, say_day, say_period
from tiendo.quantity.number import Number, Style, format_number, parse_number
from tiendo.quantity.period import Period
from tiendo.quantity.ratio import Ratio, find_ratios
from tiendo.quantity.style import style_of
from tiendo.quantity.unit import Unit, base, canonical_unit, convert, is_counted

__all__ = [
    "Amount", "Bound", "Figure", "FigureStatus", "Number", "Period", "PeriodMention", "Ratio", "Source", "Style",
    "Unit", "base", "canonical_unit", "check_day", "check_decimal", "check_period", "check_unit", "convert",
    "find_amounts", "find_periods", "find_ratios", "format_amount", "format_number", "is_counted", "parse_number",
    "say_day", "say_period", "style_of",
]
