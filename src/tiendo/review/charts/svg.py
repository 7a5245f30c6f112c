"""Small shapes as SVG text: numbers to a tenth of a unit, every word escaped, no style but a class.

Pages forbid inline styles, so a shape carries a class and the page's style sheet gives its colours.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape

Spot = tuple[float, float]


def num(value: float) -> str:
    """A coordinate: one decimal, none where it is whole."""
    return f"{value:.1f}".removesuffix(".0")


def _points(spots: Iterable[Spot]) -> str:
    return " ".join(f"{num(x)},{num(y)}" for x, y in spots)


def line(look: str, spots: Iterable[Spot]) -> Markup:
    """An open line through spots."""
    return Markup('<polyline class="{}" points="{}"/>').format(look, _points(spots))


def area(look: str, spots: Iterable[Spot]) -> Markup:
    """A closed area."""
    return Markup('<polygon class="{}" points="{}"/>').format(look, _points(spots))


def dot(look: str, spot: Spot, radius: float) -> Markup:
    """A circle."""
    return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(look, num(spot[0]), num(spot[1]), num(radius))


def rect(look: str, corner: Spot, width: float, height: float) -> Markup:
    """A rectangle by its upper left corner."""
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        look, num(corner[0]), num(corner[1]), num(width), num(height))


def words(look: str, spot: Spot, text: str) -> Markup:
    """A line of text; the style sheet says how it looks and which part of it stands on the spot."""
    return Markup('<text class="{}" x="{}" y="{}">{}</text>').format(look, num(spot[0]), num(spot[1]), escape(text))


def together(parts: Iterable[Markup]) -> Markup:
    """Shapes one after the other."""
    return Markup("").join(parts)
