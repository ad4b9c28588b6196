"""Fills one template for each member, then has LibreOffice turn the files into PDF,
many in one call."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

sys.path.insert(0, str(Path(__file__).parent.parent))
import form

# Of 300 files in one call, LibreOffice leaves out some and says nothing.
AT_ONCE = 100

if sys.argv[1] == "--version":
    office = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True)
    sys.exit(print("docxtpl", version("docxtpl") + ",", " ".join(office.stdout.split()[:2])))

folder, out = Path(sys.argv[1]), Path(sys.argv[2])
(folder / "docx").mkdir(exist_ok=True)
files = []
for member, texts, photo in form.members(folder):
    # A template that was filled can't be filled again.
    template = DocxTemplate(folder / "template.docx")
    template.render({"c": texts, "photo": InlineImage(template, str(photo), width=Mm(35), height=Mm(49))}, autoescape=True)
    files.append(folder / f"docx/{member}.docx")
    template.save(files[-1])
# LibreOffice has PDF/A-2b at the most.
options = '{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
for first in range(0, len(files), AT_ONCE):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        + [f"pdf:writer_pdf_Export:{options}", "--outdir", out, *files[first : first + AT_ONCE]],
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        # It warns of a Java that it doesn't need for this.
        stderr=subprocess.DEVNULL,
        check=True,
    )
