"""The definition for any number of bodies at once, on columns. Needs the extra `country`. See README.md."""

from tiendo.assessing.many.assess import RULES, Columns, is_closed, verdicts
from tiendo.assessing.many.exchange import exchange
from tiendo.assessing.many.schema import SCHEMAS

__all__ = ["RULES", "SCHEMAS", "Columns", "exchange", "is_closed", "verdicts"]
