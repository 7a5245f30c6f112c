"""The review's charts: Vega-Lite specifications, drawn without a browser, with a font that has Vietnamese."""

from tiendo.review.charts.draw import to_png, to_svg
from tiendo.review.charts.path import path_chart

__all__ = ["path_chart", "to_png", "to_svg"]
