"""A small writer of PDF pages for tests: words at places, ruled lines, pictures, fonts with and without a letter table.

Letters are their own codes (a font without outlines, as many producers write), half as wide as they are high, a space
half of that: so every place on the page can be reckoned by hand.
"""

from dataclasses import dataclass, field

A4 = (595, 842)
LEFT, RIGHT = 85, 535  # the margins of a report
LETTER, SPACE = 0.5, 0.25  # of the size
UNICODE = "".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>\n" for high in range(256))
CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    + "".join(f"64 beginbfrange\n{part}endbfrange\n" for part in (
        "".join(UNICODE.splitlines(keepends=True)[at:at + 64]) for at in range(0, 256, 64)))
    + "endcmap CMapName currentdict /CMap defineresource pop end end\n"
)


def width(text: str, size: float = 14) -> float:
    """How wide a text is set."""
    return sum(SPACE if letter == " " else LETTER for letter in text) * size


@dataclass
class PdfPages:
    """A PDF file as it is written; places are in points from the upper left corner of the page."""

    pages: list[list[str]] = field(default_factory=list)
    boxes: list[tuple[float, float, int]] = field(default_factory=list)

    def page(self, size: tuple[float, float] = A4, turned: int = 0) -> "PdfPages":
        """Begin a page."""
        self.pages.append([])
        self.boxes.append((*size, turned))
        return self

    def text(self, left: float, down: float, text: str, size: float = 14, font: str = "F") -> "PdfPages":
        """One piece of text; font "B" is bold, "X" has no table of letters."""
        codes = text.encode("utf-16-be").hex().upper()
        height = self.boxes[-1][1]
        self.pages[-1].append(f"BT /{font} {size} Tf 1 0 0 1 {left:.2f} {height - down:.2f} Tm <{codes}> Tj ET")
        return self

    def lines(self, left: float, down: float, *texts: str, step: float = 18, size: float = 14) -> "PdfPages":
        """Lines below one another."""
        for at, text in enumerate(texts):
            self.text(left, down + at * step, text, size)
        return self

    def centred(self, middle: float, down: float, text: str, size: float = 14, font: str = "F") -> "PdfPages":
        """A text set in the middle of a place."""
        return self.text(middle - width(text, size) / 2, down, text, size, font)

    def rule(self, left: float, down: float, right: float, below: float) -> "PdfPages":
        """A straight line."""
        height = self.boxes[-1][1]
        self.pages[-1].append(f"{left} {height - down} m {right} {height - below} l S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> "PdfPages":
        """The rules of a table."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        return self

    def picture(self, left: float, down: float, right: float, below: float) -> "PdfPages":
        """A grey picture."""
        height = self.boxes[-1][1]
        self.pages[-1].append(
            f"q {right - left} 0 0 {below - down} {left} {height - below} cm /I Do Q")
        return self

    def raw(self, content: str) -> "PdfPages":
        """Drawing orders as they are."""
        self.pages[-1].append(content)
        return self

    def content(self) -> bytes:
        """The file's bytes."""
        first = 10
        kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(self.pages)))
        resources = "<< /Font << /F 3 0 R /B 4 0 R /X 8 0 R >> /XObject << /I 9 0 R >> >>"
        objects = {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} /Resources {resources} >>",
            3: _font("Serif", table=True), 4: _font("Serif-Bold", table=True), 5: _descendant("Serif"),
            6: _descendant("Serif-Bold"), 7: _stream("", CMAP), 8: _font("Serif", table=False),
            9: _stream("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x"),
        }
        for at, (orders, (wide, high, turned)) in enumerate(zip(self.pages, self.boxes, strict=True)):
            objects[first + 2 * at] = (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Rotate {turned} "
                f"/Contents {first + 2 * at + 1} 0 R >>")
            objects[first + 2 * at + 1] = _stream("", "\n".join(orders))
        return _file(objects)


def _font(name: str, *, table: bool) -> str:
    descendant = 6 if name.endswith("Bold") else 5
    letters = "/ToUnicode 7 0 R " if table else ""
    return (f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H {letters}"
            f"/DescendantFonts [{descendant} 0 R] >>")


def _descendant(name: str) -> str:
    return (f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) "
            f"/Ordering (Identity) /Supplement 0 >> /DW {LETTER * 1000:.0f} /W [32 [{SPACE * 1000:.0f}]] "
            f"/FontDescriptor << /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -250 1000 750] "
            "/ItalicAngle 0 /Ascent 750 /Descent -250 /CapHeight 700 /StemV 80 >> >>")


def _stream(entries: str, content: str) -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: dict[int, str]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in sorted(objects.items()):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return bytes(out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())


def page_of(packed: bytes) -> bytes:
    """A file of one page whose drawing orders are packed."""
    stream = f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n{packed.decode('latin-1')}\nendstream"
    return _file(_one_page() | {9: stream})


def drawings_in_drawings(deep: int) -> bytes:
    """A file of one page whose drawing asks ten times for another, that ten times for the next, and so on."""
    objects = _one_page() | {9: _stream("", "/D0 Do")}
    words = "Thu 5.480".encode("utf-16-be").hex()
    for at in range(deep):
        orders = f"/D{at + 1} Do " * 10 if at < deep - 1 else f"BT /F 10 Tf 50 500 Td <{words}> Tj ET"
        resources = f"/Resources << /Font << /F 3 0 R >> /XObject << /D{at + 1} {11 + at} 0 R >> >>"
        objects[10 + at] = _stream(f"/Type /XObject /Subtype /Form /BBox [0 0 600 850] {resources}", orders)
    return _file(objects)


def _one_page() -> dict[int, str]:
    resources = "<< /Font << /F 3 0 R >> /XObject << /D0 10 0 R >> >>"
    return {
        1: "<< /Type /Catalog /Pages 2 0 R >>", 2: f"<< /Type /Pages /Kids [8 0 R] /Count 1 /Resources {resources} >>",
        3: _font("Serif", table=True), 4: "null", 5: _descendant("Serif"), 6: "null", 7: _stream("", CMAP),
        8: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 9 0 R >>",
    }


def wrapped(text: str, right: float = RIGHT, left: float = LEFT, indent: float = 36, size: float = 14) -> list[str]:
    """A text as a word processor wraps it between two margins, its first line indented."""
    lines: list[str] = []
    for word in text.split():
        room = right - left - (indent if len(lines) <= 1 else 0)
        if lines and width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
