"""Word files: what a person sees in Word is what is read, whatever stands in the file."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

from reading.sources.docx_files import RELATIONS, SPACES, docx_body, docx_file, package, piece, run
from reading.sources.reading_room import codes, headed, kinds, opened, places, refusals, refused, texts
from tiendo.reading import Document


def read(folder: Path, body: str, **parts: str) -> Document:
    return opened(folder, "bc.docx", docx_body(body, parts))


def saved(document: "docx.document.Document") -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_paragraphs_and_headings_are_blocks_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Kết quả đạt được", level=1)
    document.add_paragraph("Thu ngân sách đạt 5.480 tỷ đồng.")
    document.add_paragraph("II. HẠN CHẾ")
    document.add_paragraph("").add_run("Nguyên nhân chủ quan").bold = True
    document.add_paragraph("Giải ngân còn chậm.")
    found = opened(tmp_path, "bc.docx", saved(document))
    assert kinds(found) == [
        ("heading", "Kết quả đạt được"), ("paragraph", "Thu ngân sách đạt 5.480 tỷ đồng."), ("heading", "II. HẠN CHẾ"),
        ("heading", "Nguyên nhân chủ quan"), ("paragraph", "Giải ngân còn chậm."),
    ]
    assert [block.paragraph for block in found.blocks] == [1, 2, 3, 4, 5]


def test_a_heading_by_a_style_of_the_office_own_is_one(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {SPACES}><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Muc"><w:name w:val="Mục của cơ quan"/><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:styleId="Cap2"><w:name w:val="Cấp2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>')
    body = "".join(run(text, paragraph=properties) for text, properties in [
        ("Về thu ngân sách", '<w:pStyle w:val="Muc"/>'), ("Về chi ngân sách", '<w:pStyle w:val="Cap2"/>'),
        ("Về đầu tư", '<w:outlineLvl w:val="2"/>'),
        ("Về nội dung khác", '<w:pStyle w:val="Muc"/><w:outlineLvl w:val="9"/>'),
    ])
    found = kinds(read(tmp_path, body, styles=styles))
    assert [kind for kind, _ in found] == ["heading", "heading", "heading", "paragraph"]


def test_a_table_of_contents_is_left_out(tmp_path: Path) -> None:
    styles = f'<w:styles {SPACES}><w:style w:styleId="M1"><w:name w:val="toc 1"/></w:style></w:styles>'
    body = run("1. Kết quả 12", paragraph='<w:pStyle w:val="M1"/>') + run("1. Kết quả đạt được trong năm.")
    assert texts(read(tmp_path, body, styles=styles)) == ["1. Kết quả đạt được trong năm."]


def test_runs_of_a_word_are_joined_and_tabs_are_spaces(tmp_path: Path) -> None:
    body = "<w:p>" + piece("Thu đạt 5.4") + piece("80") + "<w:r><w:tab/></w:r>" + piece("tỷ đồng") + "</w:p>"
    assert texts(read(tmp_path, body)) == ["Thu đạt 5.480 tỷ đồng"]


def test_a_soft_line_break_ends_a_paragraph_only_after_a_full_stop(tmp_path: Path) -> None:
    document = docx.Document()
    added = document.add_paragraph()
    for text in ("Thu ngân sách trên địa bàn", "đạt 5.480 tỷ đồng.", "Chi 4.100 tỷ đồng:", "- Chi đầu tư", "- Khác"):
        added.add_run(text).add_break(WD_BREAK.LINE)
    assert texts(opened(tmp_path, "bc.docx", saved(document))) == [
        "Thu ngân sách trên địa bàn đạt 5.480 tỷ đồng.", "Chi 4.100 tỷ đồng:", "- Chi đầu tư", "- Khác",
    ]


def test_tracked_changes_are_read_as_accepted_and_the_reader_is_told(tmp_path: Path) -> None:
    """The unit corrected 5.400 to 5.480 with changes tracked and sent the file so."""
    body = (
        "<w:p>" + piece("Thu đạt ") + '<w:del w:id="1"><w:r><w:delText>5.400</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2">{piece("5.480")}</w:ins>' + piece(" tỷ đồng.") + "</w:p>"
        + '<w:moveFrom w:id="3"><w:p><w:r><w:t>Đoạn đã dời đi.</w:t></w:r></w:p></w:moveFrom>'
        + f'<w:p><w:moveTo w:id="4">{piece("Đoạn đã dời đến.")}</w:moveTo></w:p>')
    found = read(tmp_path, body)
    assert texts(found) == ["Thu đạt 5.480 tỷ đồng.", "Đoạn đã dời đến."]
    assert codes(found) == [("R127", "info")]


def test_a_deleted_paragraph_mark_joins_the_paragraphs_around_it(tmp_path: Path) -> None:
    gone = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + piece("Thu ngân sách ") + "</w:p>"
    assert texts(read(tmp_path, gone + run("đạt 5.480 tỷ đồng."))) == ["Thu ngân sách đạt 5.480 tỷ đồng."]


def test_a_deleted_table_row_is_gone(tmp_path: Path) -> None:
    rows = "".join(
        f"<w:tr><w:trPr>{properties}</w:trPr>" + "".join(f"<w:tc>{run(text)}</w:tc>" for text in cells) + "</w:tr>"
        for properties, cells in [("", ("Thu", "5.480")), ('<w:del w:id="1"/>', ("Chi", "9.999")), ("", ("Dư", "12"))])
    found = read(tmp_path, f"<w:tbl>{rows}</w:tbl>")
    assert places(found) == [(1, 1, "Thu"), (1, 2, "5.480"), (2, 1, "Dư"), (2, 2, "12")]


def test_hidden_text_and_field_codes_are_not_read_but_field_results_are(tmp_path: Path) -> None:
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + piece("7")
             + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body = "<w:p>" + piece("Còn ") + field + piece(" hộ nghèo") + piece(" (bí mật)", "<w:vanish/>") + "</w:p>"
    assert texts(read(tmp_path, body)) == ["Còn 7 hộ nghèo"]


def test_signs_of_the_font_symbol_keep_their_meaning(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + piece(" 90%") + "</w:p>"
    assert texts(read(tmp_path, body)) == ["≥ 90%"]


def test_notes_are_read_after_the_paragraph_they_hang_on(tmp_path: Path) -> None:
    notes = (
        f'<w:footnotes {SPACES}><w:footnote w:id="-1" w:type="separator">{run("")}</w:footnote>'
        f'<w:footnote w:id="2">{run("Theo số liệu của Kho bạc Nhà nước.")}</w:footnote></w:footnotes>')
    body = ("<w:p>" + piece("Giải ngân đạt 95,91%") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + piece(" kế hoạch.")
            + "</w:p>" + run("Đoạn sau."))
    assert texts(read(tmp_path, body, footnotes=notes)) == [
        "Giải ngân đạt 95,91% kế hoạch.", "Theo số liệu của Kho bạc Nhà nước.", "Đoạn sau.",
    ]


def test_an_endnote_is_read_too(tmp_path: Path) -> None:
    notes = f'<w:endnotes {SPACES}><w:endnote w:id="1">{run("Chưa gồm số chuyển nguồn.")}</w:endnote></w:endnotes>'
    body = "<w:p>" + piece("Chi 4.100 tỷ đồng.") + '<w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    assert texts(read(tmp_path, body, endnotes=notes)) == ["Chi 4.100 tỷ đồng.", "Chưa gồm số chuyển nguồn."]


def test_a_text_box_is_read_once_although_word_stores_it_twice(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{run('Tỷ lệ hộ nghèo còn 0,16%.')}</w:txbxContent>"
    body = (
        "<w:p>" + piece("Đoạn có khung.") + "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>")
    assert texts(read(tmp_path, body)) == ["Đoạn có khung.", "Tỷ lệ hộ nghèo còn 0,16%."]


def test_content_controls_are_transparent(tmp_path: Path) -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Thu đạt 5.480 tỷ đồng.')}</w:sdtContent></w:sdt>"
    assert texts(read(tmp_path, body)) == ["Thu đạt 5.480 tỷ đồng."]


def test_pages_are_counted_where_word_left_its_marks(tmp_path: Path) -> None:
    """The last paragraph of page 1 runs on to page 2: it belongs to the page where it begins."""
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = (run("Trang một.") + "<w:p>" + piece("Bắt đầu ở trang một, ") + turn + piece("hết ở trang hai.") + "</w:p>"
            + "<w:p>" + turn + piece("Trang ba.") + "</w:p>")
    assert [block.page for block in read(tmp_path, body).blocks] == [1, 1, 3]


def test_without_such_marks_no_page_is_claimed(tmp_path: Path) -> None:
    assert [block.page for block in opened(tmp_path, "bc.docx", docx_file("Một.", "Hai.")).blocks] == [None, None]


def test_a_table_with_a_two_row_head_and_merged_cells_names_every_figure(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(4, 5)
    rows = [("TT", "Chỉ tiêu", "Năm 2022 (tỷ đồng)", "", "Ghi chú"), ("", "", "Kế hoạch", "Thực hiện", ""),
            ("1", "Thu ngân sách", "4.871", "5.480", ""), ("2", "Chi đầu tư", "2.025", "1.942", "đạt 95,91%")]
    for row, words in enumerate(rows):
        for column, text in enumerate(words):
            table.cell(row, column).text = text
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1, 4):
        table.cell(0, column).merge(table.cell(1, column))
    found = opened(tmp_path, "bc.docx", saved(document))
    head = "Năm 2022 (tỷ đồng); "
    assert headed(found)[6:] == [
        ("1", None, "TT"), ("Thu ngân sách", None, "Chỉ tiêu"),
        ("4.871", "Thu ngân sách", head + "Kế hoạch"), ("5.480", "Thu ngân sách", head + "Thực hiện"),
        ("2", None, "TT"), ("Chi đầu tư", None, "Chỉ tiêu"),
        ("2.025", "Chi đầu tư", head + "Kế hoạch"), ("1.942", "Chi đầu tư", head + "Thực hiện"),
        ("đạt 95,91%", "Chi đầu tư", "Ghi chú"),
    ]
    assert {block.table for block in found.blocks} == {1}


def test_a_table_of_one_column_is_a_frame_around_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "Thu ngân sách đạt 5.480 tỷ đồng."
    assert kinds(opened(tmp_path, "bc.docx", saved(document))) == [("paragraph", "Thu ngân sách đạt 5.480 tỷ đồng.")]


def test_a_table_inside_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "Ngoài"
    outer.cell(0, 1).text = "Cạnh"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Thu", "5.480"
    found = opened(tmp_path, "bc.docx", saved(document))
    assert [(block.table, text) for block, text in zip(found.blocks, texts(found), strict=True)] == [
        (1, "Ngoài"), (1, "Cạnh"), (2, "Thu"), (2, "5.480")]


def test_heads_and_feet_of_pages_are_not_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Báo cáo 6 tháng"
    document.sections[0].footer.paragraphs[0].text = "Trang 1"
    document.add_paragraph("Thu đạt 5.480 tỷ đồng.")
    assert texts(opened(tmp_path, "bc.docx", saved(document))) == ["Thu đạt 5.480 tỷ đồng."]


def test_strict_open_xml_is_read_like_the_usual_kind(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    paragraph = "<w:p><w:r><w:t>Thu 5.480 tỷ đồng.</w:t></w:r></w:p>"
    main = f'<w:document xmlns:w="{strict}"><w:body>{paragraph}</w:body></w:document>'
    assert texts(opened(tmp_path, "bc.docx", package({"word/document.xml": main.encode()}))) == ["Thu 5.480 tỷ đồng."]


def test_text_typed_in_an_old_font_is_brought_to_unicode(tmp_path: Path) -> None:
    """A clerk still types in .VnTime: Word stores Latin letters that only that font shows as Vietnamese."""
    found = opened(tmp_path, "bc.docx", docx_file("Thu ng©n s¸ch n¨m 2022 ®¹t 5.480 tû ®ång, t¨ng 7,4%."))
    assert texts(found) == ["Thu ngân sách năm 2022 đạt 5.480 tỷ đồng, tăng 7,4%."]
    assert codes(found) == [("R124", "info")]


def test_a_file_without_its_document_says_which_part_is_missing(tmp_path: Path) -> None:
    (found,) = refusals(tmp_path, "bc.docx", package({"word/styles.xml": b"<w/>"}))
    assert (found.code, dict(found.values)) == ("R111", {"part": "word/document.xml"})


def test_a_malformed_document_says_which_part(tmp_path: Path) -> None:
    (found,) = refusals(tmp_path, "bc.docx", package({"word/document.xml": b"<w:document><w:body>"}))
    assert (found.code, dict(found.values)) == ("R119", {"part": "word/document.xml"})


def test_a_document_without_text_says_so(tmp_path: Path) -> None:
    assert refused(tmp_path, "bc.docx", docx_body("<w:p/>")) == ["R121"]


BOMB = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))


@pytest.mark.parametrize("doctype", [
    f'<!DOCTYPE w [<!ENTITY a0 "lol">{BOMB}]>',
    '<!DOCTYPE w [<!ENTITY a9 SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">',
])
def test_declared_entities_are_refused_and_never_expanded(tmp_path: Path, doctype: str) -> None:
    main = f"{doctype}<w:document {SPACES}><w:body>{run('&a9;' if 'a9' in doctype else 'x')}</w:body></w:document>"
    (found,) = refusals(tmp_path, "bc.docx", package({"word/document.xml": main.encode()}))
    assert (found.code, dict(found.values)) == ("R113", {"part": "word/document.xml"})


def test_elements_nested_without_end_are_refused(tmp_path: Path) -> None:
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    assert refused(tmp_path, "bc.docx", docx_body(deep)) == ["R113"]


def test_a_relation_out_of_the_package_is_not_followed(tmp_path: Path) -> None:
    relations = (
        f'<Relationships xmlns="{RELATIONS}">'
        '<Relationship Id="s" Type="x/styles" Target="http://127.0.0.1:9/s.xml" TargetMode="External"/>'
        '<Relationship Id="n" Type="x/footnotes" Target="../../../etc/passwd"/></Relationships>')
    main = f"<w:document {SPACES}><w:body>{run('Một.')}</w:body></w:document>"
    content = package({"word/document.xml": main.encode(), "word/_rels/document.xml.rels": relations.encode()})
    assert texts(opened(tmp_path, "bc.docx", content)) == ["Một."]
