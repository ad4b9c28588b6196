"""Makes the template of 附件1 for docxtpl: a table on the grid of all its edges,
cells merged, `{{ c["姓名"] }}` where a value goes."""

import sys
from pathlib import Path

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

sys.path.insert(0, str(Path(__file__).parent.parent))
import form

folder, to = Path(sys.argv[1]), sys.argv[2]
number, title, notes_title, notes = form.declaration(folder)
fonts = form.fonts(folder)
document = Document()


def styled(paragraph, text, role, points, align=None, pitch=None):
    run = paragraph.add_run(text)
    run.font.size = Pt(points)
    run.font.name = fonts["latin"][0]
    run._element.rPr.rFonts.set(qn("w:eastAsia"), fonts[role][0])
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = Pt(0)
    # Fonts tell heights of lines of their own, some of them very great ones.
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(pitch or points * 1.15)
    return paragraph


def field(paragraph, instruction):
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, instruction), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._element.append(element)
    run.font.size = Pt(14)
    run.font.name = fonts["latin"][0]


def page(section):
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(form.TOP), Mm(form.BOTTOM)
    section.left_margin, section.right_margin = Mm(form.LEFT), Mm(form.RIGHT)
    section.footer_distance = Mm(form.BOTTOM - 12)
    section.header_distance = Mm(10)


def folio(footer, align):
    paragraph = footer.paragraphs[0]
    styled(paragraph, "— ", "宋体", 14, align)
    field(paragraph, "PAGE")
    styled(paragraph, " —", "宋体", 14, align)


def table(side):
    edges = sorted({edge for cell in side.cells for edge in cell[:2]})
    grid = document.add_table(len(side.heights), len(edges) - 1, "Table Grid")
    grid.autofit = False
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row, height in zip(grid.rows, side.heights):
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
    for column, left, right in zip(grid.columns, edges, edges[1:]):
        column.width = Mm(right - left)
        for cell in column.cells:
            cell.width = Mm(right - left)
    for cell in side.cells:
        first, last = edges.index(cell.left), edges.index(cell.right) - 1
        box = grid.cell(cell.row, first).merge(grid.cell(cell.row + cell.rows - 1, last))
        box.width = Mm(cell.right - cell.left)
        box.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        # Word's own cells leave 1.9 mm on either side.
        margins = OxmlElement("w:tcMar")
        for edge in ("left", "right"):
            margin = OxmlElement(f"w:{edge}")
            margin.set(qn("w:w"), "57" if cell.name != "照片" else "0")
            margin.set(qn("w:type"), "dxa")
            margins.append(margin)
        box._element.get_or_add_tcPr().append(margins)
        align = WD_ALIGN_PARAGRAPH.LEFT if cell.at_left else WD_ALIGN_PARAGRAPH.CENTER
        if cell.name == "照片":
            styled(box.paragraphs[0], "{{ photo }}", "仿宋", form.VALUE, align)
            box.paragraphs[0].paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        elif cell.name:
            styled(box.paragraphs[0], '{{ c["' + cell.name + '"] }}', "仿宋", form.VALUE, align)
        else:
            styled(box.paragraphs[0], cell.label, "宋体", form.LABEL, align)


document.settings.odd_and_even_pages_header_footer = True
document.core_properties.title = f"{number} {title}"
section = document.sections[0]
page(section)
folio(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
folio(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)
styled(document.add_paragraph(), number, "黑体", form.BODY, pitch=29.62)
styled(document.add_paragraph(), title, "小标宋", form.TITLE, WD_ALIGN_PARAGRAPH.CENTER, pitch=46)
table(form.FRONT)
page(document.add_section(WD_SECTION.NEW_PAGE))
document.paragraphs[-1].paragraph_format.line_spacing = Pt(1)
table(form.BACK)
styled(document.add_paragraph(), form.SIGNED, "宋体", form.LABEL, pitch=20)
head = styled(document.add_paragraph(), notes_title, "小标宋", form.TITLE, WD_ALIGN_PARAGRAPH.CENTER, pitch=38)
head.paragraph_format.page_break_before = True
for note in notes:
    paragraph = styled(document.add_paragraph(), note, "仿宋", form.BODY, WD_ALIGN_PARAGRAPH.JUSTIFY, form.PITCH)
    paragraph.paragraph_format.first_line_indent = Pt(2 * form.BODY)
document.save(to)
