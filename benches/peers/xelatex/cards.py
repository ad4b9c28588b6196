"""The .tex of each form. The cells are boxes put at their places, which is as fast
as TeX can set a table of this kind."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import form

folder, to = Path(sys.argv[1]), Path(sys.argv[2])
number, title, notes_title, notes = form.declaration(folder)
ESCAPED = str.maketrans({c: "\\" + c for c in "#$%&_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})


def family(role):
    _, file = form.fonts(folder)[role]
    return f"{{{file.name}}}[Path={file.resolve().parent}/]"


def size(points):
    return rf"\fontsize{{{points}bp}}{{{points * 1.15:.2f}bp}}\selectfont "


PREAMBLE = rf"""\documentclass{{article}}
\usepackage[a4paper,top={form.TOP}mm,left={form.LEFT}mm,right={form.RIGHT}mm,bottom={form.BOTTOM}mm,headheight=0pt,headsep=0pt,footskip=10mm]{{geometry}}
\usepackage{{graphicx}}
\usepackage{{fontspec}}
\usepackage{{xeCJK}}
\setmainfont{family("latin")}
\setCJKmainfont{family("仿宋")}
\newCJKfontfamily\song{family("宋体")}
\newCJKfontfamily\hei{family("黑体")}
\newCJKfontfamily\biaosong{family("小标宋")}
\makeatletter
\def\folio{{{size(14)}— \thepage\ —}}
\def\ps@plain{{\def\@oddfoot{{\ifodd\value{{page}}\hfil\folio\else\folio\hfil\fi}}}}
\makeatother
\pagestyle{{plain}}
\parindent=0pt \parskip=0pt \topskip=0pt \unitlength=1mm \fboxsep=0pt
\linethickness{{0.5bp}}
\def\cell#1#2#3#4#5{{\put(#1,#2){{\framebox(#3,#4){{\parbox{{\dimexpr#3mm-2mm}}{{#5}}}}}}}}
\begin{{document}}
"""


def picture(side):
    """The template of a side: each cell with its values' name between two bars."""
    height = sum(side.heights)
    cells = []
    for cell in side.cells:
        top = sum(side.heights[: cell.row])
        tall = sum(side.heights[cell.row : cell.row + cell.rows])
        style = r"\raggedright " if cell.at_left else r"\centering "
        if cell.name == "照片":
            body = r"\includegraphics[width=35mm,height=49mm,keepaspectratio]{|照片|}"
        elif cell.name:
            body = size(form.VALUE) + f"|{cell.name}|"
        else:
            body = size(form.LABEL) + r"\song " + cell.label.replace("\n", r"\\ ")
        cells.append(
            rf"\cell{{{cell.left}}}{{{height - top - tall:.2f}}}{{{cell.right - cell.left}}}{{{tall:.2f}}}{{{style}{body}}}"
        )
    return rf"\begin{{picture}}({form.WIDTH},{height:.2f})" + "\n" + "\n".join(cells) + "\n" + r"\end{picture}"


TEMPLATE = (
    PREAMBLE
    + rf"\vbox to {form.BELOW_TITLE}mm{{{{\hei {size(form.BODY)}{number}}}\vfil\hbox to \hsize{{\hss\biaosong {size(form.TITLE)}{title}\hss}}\vfil}}\nointerlineskip"
    + "\n" + picture(form.FRONT) + "\n\\newpage\n" + picture(form.BACK)
    + rf"\\[3mm]{{\song {size(form.LABEL)}{form.SIGNED}}}" + "\n\\newpage\n"
    + rf"\hbox to \hsize{{\hss\biaosong {size(form.TITLE)}{notes_title}\hss}}\vskip 4mm"
    + "\n" + rf"\fontsize{{{form.BODY}bp}}{{{form.PITCH}bp}}\selectfont\parindent=2em" + "\n"
    + "\n\n".join(note.translate(ESCAPED) for note in notes)
    + "\n\\end{document}\n"
)
pieces = TEMPLATE.split("|")
for member, texts, photo in form.members(folder):
    values = {name: text.translate(ESCAPED) for name, text in texts.items()} | {"照片": str(photo.resolve())}
    values = {name: text.replace("\n", r"\\ ") for name, text in values.items()}
    filled = [values.get(piece, "") if i % 2 else piece for i, piece in enumerate(pieces)]
    (to / f"{member}.tex").write_text("".join(filled))
