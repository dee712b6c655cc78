"""Pictures in a Word document: the SVG itself, with a PNG for programs that cannot draw it."""

import re
from functools import lru_cache
from pathlib import Path

import resvg_py

from qsdev.documents.blocks import DocumentError, Picture
from qsdev.documents.docx_inlines import escaped

FONTS = Path(__file__).with_name("fonts")
PNG_WIDTH = 1600
_EMU_IN_TWENTIETH = 635
_BOX = re.compile(r'<svg\b[^>]*?\bviewBox="[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"')
_OUTSIDE = re.compile(r"<(script|image|foreignObject|use|style)\b|\bhref|url\(|<!", re.IGNORECASE)
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def size_of(svg: str) -> tuple[float, float]:
    """Return a drawing's width and height in its own units.

    Raises DocumentError if it has no viewBox, or could draw on anything outside itself.
    """
    box = _BOX.search(svg)
    if not box:
        raise DocumentError("A picture must be an SVG with a viewBox.")
    if _OUTSIDE.search(svg):
        raise DocumentError("A picture may not refer to anything outside itself.")
    return float(box[1]), float(box[2])


@lru_cache(maxsize=32)
def png_of(svg: str) -> bytes:
    """Return the drawing as a PNG, 1,600 pixels wide, in the project's own fonts."""
    size_of(svg)
    fonts = [str(FONTS / f"Inter-{name}.ttf") for name in ("Regular", "Bold")]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=PNG_WIDTH,
            font_files=fonts,
            font_family="Inter",
            sans_serif_family="Inter",
            skip_system_fonts=True,
        )
    )


def drawing(picture: Picture, png: str, svg: str, number: int, width: float, height: float) -> str:
    """Return the run that shows a picture; sizes in twentieths of a point."""
    size = f'cx="{round(width * _EMU_IN_TWENTIETH)}" cy="{round(height * _EMU_IN_TWENTIETH)}"'
    name = f'id="{number}" name="Picture {number}" descr="{escaped(picture.alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {name}/><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData '
        f'uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{png}">'
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        f'xmlns:asvg="{_SVG}" r:embed="{svg}"/></a:ext></a:extLst></a:blip><a:stretch>'
        '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
