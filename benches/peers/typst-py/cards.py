"""One compiler for all forms. It reads a file again when it compiles again, and
what did not change is remembered; `sys_inputs` would change the library, which
everything depends on, and so each form would be laid out from nothing."""

import shutil
import sys
from importlib.metadata import version
from pathlib import Path

import typst

if sys.argv[1] == "--version":
    sys.exit(print("typst-py", version("typst")))

folder, out = Path(sys.argv[1]), Path(sys.argv[2])
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder / "fonts"])
compiler = typst.Compiler(folder / "layouts/附件1/layout.typ", root=folder, font_paths=fonts)
for data in sorted((folder / "members").glob("*.json")):
    shutil.copyfile(data, folder / "data.json")
    shutil.copyfile(data.with_suffix(".jpg"), folder / "photo")
    compiler.compile(output=out / f"{data.stem}.pdf", pdf_standards="a-2u", timestamp=0)
