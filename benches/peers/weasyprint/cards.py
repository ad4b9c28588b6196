"""One process for all forms: the fonts are read once. Each form is HTML of its
own, filled in from a template."""

import sys
from html import escape
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

sys.path.insert(0, str(Path(__file__).parent.parent))
import form

if sys.argv[1] == "--version":
    sys.exit(print("WeasyPrint", weasyprint.__version__))

folder, out = Path(sys.argv[1]), Path(sys.argv[2])
number, title, notes_title, notes = form.declaration(folder)
# Of a cell, in mm, added to the height of its row.
BORDER = 0.18


def style():
    faces = "".join(
        f"@font-face {{ font-family: '{role}'; src: url('{file.resolve().as_uri()}'); }}\n"
        for role, (_, file) in form.fonts(folder).items()
    )
    family = lambda role: f"font-family: latin, {role}, 宋体, 僻字"
    return f"""{faces}
@page {{
  size: A4; margin: {form.TOP}mm {form.RIGHT}mm {form.BOTTOM}mm {form.LEFT}mm;
  @bottom-right {{ content: '— ' counter(page) ' —'; font: 14pt latin, 宋体; vertical-align: top; padding-top: 7mm }}
}}
@page :left {{
  @bottom-right {{ content: none }}
  @bottom-left {{ content: '— ' counter(page) ' —'; font: 14pt latin, 宋体; vertical-align: top; padding-top: 7mm }}
}}
html {{ {family("仿宋")}; font-size: {form.VALUE}pt; line-height: 1.15 }}
body, p {{ margin: 0 }}
.number {{ {family("黑体")}; font-size: {form.BODY}pt }}
h1, h2 {{ {family("小标宋")}; font-size: {form.TITLE}pt; font-weight: normal; text-align: center; margin: 0 }}
.head {{ height: {form.BELOW_TITLE}mm }}
.head h1 {{ margin-top: 4mm }}
h2 {{ margin-bottom: 4mm }}
table {{ table-layout: fixed; width: {form.WIDTH}mm; border-collapse: collapse; border: 0.75pt solid; break-after: page }}
td {{ border: 0.5pt solid; padding: 0 1mm; text-align: center; vertical-align: middle; overflow-wrap: anywhere; white-space: pre-line }}
td.label {{ {family("宋体")}; font-size: {form.LABEL}pt; padding: 0 }}
td.left {{ text-align: left; padding: 0 2mm }}
/* A cell of several rows would make the last of them as high as itself. */
.high {{ position: relative; height: 0 }}
.high > * {{ position: absolute; left: 0; right: 0; transform: translateY(-50%) }}
.high img {{ left: 1.25mm; width: 35mm; height: 49mm; object-fit: contain }}
/* PDF/A has no smoothing of pictures. */
img {{ image-rendering: pixelated }}
.back {{ break-after: auto }}
.signed {{ {family("宋体")}; margin-top: 3mm; break-after: page }}
.notes p {{ font-size: {form.BODY}pt; line-height: {form.PITCH}pt; text-indent: 2em; text-align: justify }}
"""


def table(side, name):
    """The template of a side: `{}` stands where a value goes, in the order of the
    names that come with it."""
    edges = sorted({edge for cell in side.cells for edge in cell[:2]})
    columns = "".join(f'<col style="width: {b - a}mm">' for a, b in zip(edges, edges[1:]))
    rows, names = "", []
    for y, height in enumerate(side.heights):
        rows += f'<tr style="height: {height - BORDER:.2f}mm">'
        for cell in sorted(cell for cell in side.cells if cell.row == y):
            kind = "left" if cell.at_left else "" if cell.name else "label"
            span = edges.index(cell.right) - edges.index(cell.left)
            body = "{}" if cell.name else escape(cell.label)
            if cell.name == "照片":
                body = '<img src="{}" alt="照片">'
            if cell.rows > 1:
                body = f'<div class="high">{body}</div>' if cell.name else f'<div class="high"><div>{body}</div></div>'
            rows += f'<td class="{kind}" colspan="{span}" rowspan="{cell.rows}">{body}</td>'
            if cell.name:
                names.append(cell.name)
        rows += "</tr>"
    return f'<table class="{name}">{columns}{rows}</table>', names


front, front_names = table(form.FRONT, "front")
back, back_names = table(form.BACK, "back")
head = f'<div class="head"><p class="number">{number}</p><h1>{title}</h1></div>'
below = "".join(f"<p>{escape(note)}</p>" for note in notes)
page = (
    f'<!DOCTYPE html><html lang="zh-CN"><head><title>{number} {title}</title></head><body>'
    f'{head}{front}{back}<p class="signed">{form.SIGNED}</p>'
    f'<div class="notes"><h2>{notes_title}</h2>{below}</div></body></html>'
)
config = FontConfiguration()
sheet = weasyprint.CSS(string=style(), font_config=config)
for member, texts, photo in form.members(folder):
    values = {name: escape(text) for name, text in texts.items()} | {"照片": photo.resolve().as_uri()}
    html = page.format(*(values.get(name, "") for name in front_names + back_names))
    document = weasyprint.HTML(string=html)
    document.write_pdf(
        out / f"{member}.pdf",
        stylesheets=[sheet],
        font_config=config,
        pdf_variant="pdf/a-2u",
        pdf_tags=True,
    )
