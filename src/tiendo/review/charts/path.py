"""How far each target is on its way from baseline to goal, beside where its path wants it on the day."""

import json
from collections.abc import Sequence
from textwrap import wrap

from tiendo.assessing import Standing
from tiendo.review.charts.draw import FONT
from tiendo.review.records import Chart, Line
from tiendo.words import Lang, say

COLOURS = {  # the tokens of the board: told apart under simulated colour blindness
    Standing.EXCEEDED: "#143169", Standing.MET: "#036D54", Standing.ON_PATH: "#4E8F80", Standing.BEHIND: "#912605",
    Standing.MISSED: "#4E1337", Standing.UNPROVEN: "#5C6B7A", Standing.NOT_ASSESSABLE: "#5C6B7A",
}
INK, GRID, PATH = "#15232D", "#E6E9E9", "#15232D"
CONFIG = {
    "font": FONT, "view": {"stroke": None}, "legend": {"labelFontSize": 10, "labelColor": INK},
    "axis": {"labelColor": INK, "titleColor": INK, "gridColor": GRID, "titleFontWeight": 400, "labelFontSize": 10,
             "titleFontSize": 10},
}
NAME_LINE = 42  # characters of a target's name on one line of the chart
FARTHEST = 160  # per cent drawn; a longer way is cut by an arrow and said in words


def path_chart(lines: Sequence[Line], lang: Lang) -> Chart:
    """Bars of attainment (0 baseline, 100 goal) with a tick where the path should be; uncapped in words."""
    rows = [_row(line, lang) for line in lines
            if line.assessment.attainment is not None and line.assessment.expected_attainment is not None]
    ahead = sum(row["ahead"] is True for row in rows)
    title = say("review.chart_path", lang, ahead=ahead, total=len(rows))
    words = "; ".join(f"{row['name']} {row['shown']}" for row in rows)
    spec = json.dumps(_spec(rows, lang), ensure_ascii=False)
    return Chart(title, spec, say("review.chart_path_alt", lang, rows=words))


def _row(line: Line, lang: Lang) -> dict[str, object]:
    verdict = line.assessment
    value = float(verdict.attainment or 0)
    expected = None if verdict.expected_attainment is None else float(verdict.expected_attainment)
    shown = f"{value:.0f} %" + (" →" if value > FARTHEST else "")
    name = line.target.name_vi if lang == "vi" else line.target.name_en
    return {
        "name": name, "value": max(0.0, min(value, FARTHEST)), "shown": shown, "expected": expected,
        "standing": str(verdict.standing), "ahead": expected is not None and value >= expected,
        "label": say(f"assessing.standing_{verdict.standing}", lang),
    }


def _spec(rows: Sequence[dict[str, object]], lang: Lang) -> dict[str, object]:
    rows = [{**row, "name": "\n".join(wrap(str(row["name"]), NAME_LINE))} for row in rows]  # never cut: on two lines
    order = [row["name"] for row in rows]
    names = {"field": "name", "type": "nominal", "sort": order, "title": None,
             "axis": {"labelLimit": 0, "ticks": False, "domain": False, "labelPadding": 8, "labelLineHeight": 11,
                      "labelExpr": "split(datum.label, '\\n')"}}
    way = {"field": "value", "type": "quantitative", "title": say("review.chart_axis", lang).split("; "),
           "scale": {"domain": [0, FARTHEST]}, "axis": {"values": [0, 50, 100, 150], "grid": True, "domain": False}}
    present = list(dict.fromkeys((row["standing"], row["label"]) for row in rows))
    colour = {"field": "label", "type": "nominal", "title": None, "legend": {"orient": "top"},
              "scale": {"domain": [label for _, label in present],
                        "range": [COLOURS[Standing(str(standing))] for standing, _ in present]}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 330, "height": {"step": 27}, "background": "white",
        "config": CONFIG,
        "data": {"values": list(rows)},
        "encoding": {"y": names},
        "layer": [
            {"mark": {"type": "bar", "height": 11}, "encoding": {"x": way, "color": colour}},
            {"mark": {"type": "tick", "thickness": 2, "size": 17, "color": PATH},
             "encoding": {"x": {"field": "expected", "type": "quantitative"}}},
            {"mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 10, "color": INK},
             "encoding": {"x": {"field": "value", "type": "quantitative"}, "text": {"field": "shown"}}},
            {"mark": {"type": "rule", "color": "#0B5563", "strokeDash": [4, 3]},
             "encoding": {"x": {"datum": 100}, "y": None}},
        ],
    }
