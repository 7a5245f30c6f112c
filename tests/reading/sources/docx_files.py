"""Word files for tests: the least package Word would open, its parts written by hand."""

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
PACKAGE_RELATIONS = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{R}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def package(parts: dict[str, bytes]) -> bytes:
    """A package of these parts beside its own relations."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("_rels/.rels", PACKAGE_RELATIONS)
        for name, content in parts.items():
            container.writestr(name, content)
    return out.getvalue()


def docx_file(*paragraphs: str) -> bytes:
    """A Word file of plain paragraphs."""
    return docx_body("".join(run(text) for text in paragraphs))


def docx_body(body: str, parts: dict[str, str] | None = None) -> bytes:
    """A Word file with this body; other parts, by the end of their relation's type ("styles"), as they are."""
    found = parts or {}
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in found)
    return package({
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'.encode(),
    } | {f"word/{name}.xml": content.encode() for name, content in found.items()})


def run(text: str, properties: str = "", paragraph: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{paragraph}</w:pPr>{piece(text, properties)}</w:p>"


def piece(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
