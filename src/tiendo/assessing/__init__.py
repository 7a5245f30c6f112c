"""Standing of targets by their figures as of a day, and their outlook beside it. See README.md."""

from tiendo.assessing.attainment import attainment
from tiendo.assessing.counting import sum_parts, sum_text, tally
from tiendo.assessing.eligibility import Eligibility, Eligible, RuleSet, ShareTest, eligibility, rule_sets
from tiendo.assessing.evidence import Evidence, evidence_for, figures_after, latest_figures
from tiendo.assessing.forecast.breaks import Definition, breaks_of, definition_breaks
from tiendo.assessing.forecast.one import outlook, outlook_plan
from tiendo.assessing.forecast.records import Break, BreakCause, Outlook, Prospect, Stage, Trial
from tiendo.assessing.one import assess, assess_plan
from tiendo.assessing.path import expected_on, path_points
from tiendo.assessing.ranking import UnitRank, rank_units, streak
from tiendo.assessing.reasons import outlook_text, reason_shown, reason_text
from tiendo.assessing.records import Assessment, Basis, Flag, PartResult, Standing, Tally, YearResult
from tiendo.assessing.shown import asked_shown, rounded, step_shown

__all__ = [
    "Assessment", "Basis", "Break", "BreakCause", "Definition", "Eligibility", "Eligible", "Evidence", "Flag",
    "Outlook", "PartResult", "Prospect", "RuleSet", "ShareTest", "Stage", "Standing", "Tally", "Trial", "UnitRank",
    "YearResult", "asked_shown", "assess", "assess_plan", "attainment", "breaks_of", "definition_breaks",
    "eligibility", "evidence_for", "expected_on", "figures_after", "latest_figures", "outlook", "outlook_plan",
    "outlook_text", "path_points", "rank_units", "reason_shown", "reason_text", "rounded", "rule_sets", "step_shown",
    "streak", "sum_parts", "sum_text", "tally",
]
