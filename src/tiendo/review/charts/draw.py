"""From a specification to a picture for the report: nothing fetched, no browser.

A font without Vietnamese falls back in silence, so the font travels with the program (fonts/, OFL).
"""

from functools import cache
from importlib.resources import as_file, files

FONT = "Be Vietnam Pro"


@cache
def _with_font() -> None:
    """Tell the renderer, once, where our font is."""
    import vl_convert  # noqa: PLC0415 - a JavaScript engine: loaded when a chart is drawn

    with as_file(files("tiendo.review") / "fonts") as folder:
        vl_convert.register_font_directory(str(folder))


def to_png(spec: str, scale: float = 2.0) -> bytes:
    """A chart as a PNG picture for a Word file; at scale 2 a chart of 480 points is sharp on A4."""
    import vl_convert  # noqa: PLC0415 - a JavaScript engine: loaded when a chart is drawn

    _with_font()
    png: bytes = vl_convert.vegalite_to_png(spec, scale=scale)
    return png
