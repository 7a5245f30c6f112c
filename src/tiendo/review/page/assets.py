"""What the page carries with it: style sheet, fonts, script, and the content-security policy that allows only these.

Nothing is fetched: fonts are data addresses, style and script are allowed by the hash of their very text.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

LATIN = ("U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,"
         "U+2122,U+2190-2193,U+2212,U+2215,U+FEFF,U+FFFD")
VIETNAMESE = ("U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,"
              "U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB")
FACES = (  # family, weight, file, the characters it holds
    ("Be Vietnam Pro", "400", "be-vietnam-pro-vietnamese-400-normal", VIETNAMESE),
    ("Be Vietnam Pro", "400", "be-vietnam-pro-latin-400-normal", LATIN),
    ("Be Vietnam Pro", "600", "be-vietnam-pro-vietnamese-600-normal", VIETNAMESE),
    ("Be Vietnam Pro", "600", "be-vietnam-pro-latin-600-normal", LATIN),
    ("Tiendo Figures", "400", "figures-400", "U+30-39"),  # the font's own digits set on one width
    ("Tiendo Figures", "600", "figures-600", "U+30-39"),
)


@cache
def style() -> str:
    """The style sheet with the fonts inside."""
    return "".join(map(_face, FACES)) + _text("page.css")


@cache
def script() -> str:
    """The small script: proof beside the number, filter, language. The page works without it."""
    return _text("page.js")


@cache
def policy() -> str:
    """The content-security policy: this style, this script, fonts and pictures inside the file, nothing else."""
    return (f"default-src 'none'; style-src 'sha256-{source_hash(style())}'; "
            f"script-src 'sha256-{source_hash(script())}'; "
            "img-src data:; font-src data:; base-uri 'none'; form-action 'none'")


def source_hash(text: str) -> str:
    """A text as a content-security policy allows it: the base64 of its SHA-256."""
    return b64encode(sha256(text.encode()).digest()).decode()


def _text(name: str) -> str:
    return (files("tiendo.review.page") / "templates" / name).read_text(encoding="utf-8")


def _face(face: tuple[str, str, str, str]) -> str:
    family, weight, name, characters = face
    data = b64encode((files("tiendo.review") / "fonts" / f"{name}.woff2").read_bytes()).decode()
    return (f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:block;'
            f'src:url(data:font/woff2;base64,{data}) format("woff2");unicode-range:{characters}}}\n')
