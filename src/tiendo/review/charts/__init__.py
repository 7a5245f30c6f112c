"""The review's charts, with a font that has Vietnamese: Vega-Lite specifications, and small shapes of our own.

Specifications are drawn without a browser for the report; sparklines and the chart of a target's file are a few
shapes each, for a page holds dozens of them.
"""

from tiendo.review.charts.chart import chart, chart_words
from tiendo.review.charts.draw import to_png
from tiendo.review.charts.path import path_chart
from tiendo.review.charts.spark import Shares, spark, spark_of_shares
from tiendo.review.charts.track import Former, Mark, Track, track_of

__all__ = [
    "Former", "Mark", "Shares", "Track", "chart", "chart_words", "path_chart", "spark", "spark_of_shares", "to_png",
    "track_of",
]
