"""The house template of Word papers, made anew: `python -m qsdev.documents.house_template`.

`house_template.docx` is the file that counts: staff may restyle it in Word. This module made the
first one and can make a fresh one. What the writer relies on, and a restyled file must keep:

- the styles named in `STYLES`, by their ids; lists and headings number themselves by style;
- one portrait and one landscape section, whose page settings, headers and footers are used;
- content controls tagged "header" and "footer" where the paper's own lines go;
- the fonts it carries (File, Options, Save: embed fonts, and not only the characters in use).
"""

import zipfile
from pathlib import Path

from qsdev.documents.house_fonts import (
    EMBEDDED,
    HEADING_FONT,
    TEXT_FONT,
    embedded_parts,
    font_table_xml,
)
from qsdev.documents.house_styles import numbering_xml, styles_xml

TEMPLATE = Path(__file__).with_name("house_template.docx")
MOMENT = (1980, 1, 1, 0, 0, 0)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMATS = "http://schemas.openxmlformats.org"
_W = f'xmlns:w="{_FORMATS}/wordprocessingml/2006/main"'
_R = f'xmlns:r="{_FORMATS}/officeDocument/2006/relationships"'
_OFFICE = f"{_FORMATS}/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

THEME_COLOURS = {
    "dk1": "0E0E0E",
    "lt1": "FFFFFF",
    "dk2": "00436C",
    "lt2": "EEEAE4",
    "accent1": "00436C",
    "accent2": "228096",
    "accent3": "C8E0E6",
    "accent4": "EAD054",
    "accent5": "4C2C92",
    "accent6": "00703C",
    "hlink": "005EA5",
    "folHlink": "4C2C92",
}
_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fontTable",
    "footnotes": "footnotes",
    "header1": "header",
    "footer1": "footer",
    "footer2": "footer",
}


def build_house_template(path: Path = TEMPLATE) -> None:
    """Write a fresh template to `path`; the same bytes each time."""
    parts = {name: _DECLARATION + xml for name, xml in template_parts().items()}
    parts |= {f"word/{name}": content for name, content in embedded_parts().items()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content, compresslevel=9)


def template_parts() -> dict[str, str]:
    """Return the parts of a fresh template but its fonts: name -> XML without declaration."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
            ("core", "docProps/core.xml"),
        ),
        "docProps/app.xml": f'<Properties xmlns="{_FORMATS}/officeDocument/2006/extended-'
        'properties"><Application>Quality standards</Application></Properties>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_FORMATS}/package/2006/metadata/'
        'core-properties"/>',
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            *((name.rstrip("12"), f"{name}.xml") for name in _PARTS if name != "document"),
            ("theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": styles_xml(),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": font_table_xml(),
        "word/_rels/fontTable.xml.rels": _relationships(
            *(("font", font.part) for font in EMBEDDED)
        ),
        "word/footnotes.xml": f"<w:footnotes {_W}>{SEPARATORS}</w:footnotes>",
        "word/header1.xml": f"<w:hdr {_W}>{_line('Header', 'header', '')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {_W}>{_line('Footer', 'footer', _PAGE_OF_PAGES)}</w:ftr>",
        "word/footer2.xml": f"<w:ftr {_W}>{_line('FooterLandscape', 'footer', _PAGE_OF_PAGES)}"
        "</w:ftr>",
        "word/theme/theme1.xml": _theme(),
    }


SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)


def field(instruction: str, result: str) -> str:
    """Return the runs of a Word field."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f'{instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


_PAGE_OF_PAGES = (
    '<w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r>'
    + field("PAGE", "1")
    + '<w:r><w:t xml:space="preserve"> of </w:t></w:r>'
    + field("NUMPAGES", "1")
)


def _line(style, tag, after):
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:sdt><w:sdtPr><w:alias w:val="{tag}"/>'
        f'<w:tag w:val="{tag}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{tag}</w:t></w:r>'
        f"</w:sdtContent></w:sdt>{after}</w:p>"
    )


def _content_types():
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    return (
        f'<Types xmlns="{_FORMATS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.'
        'obfuscatedFont"/>'
        f'<Default Extension="svg" ContentType="image/svg+xml"/>{overrides}'
        '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.'
        'openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.extended-properties+xml"/></Types>'
    )


def _relationships(*targets):
    core = f"{_FORMATS}/package/2006/relationships/metadata/core-properties"
    return (
        f'<Relationships xmlns="{_FORMATS}/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{place}" Target="{target}" '
            f'Type="{core if kind == "core" else f"{_OFFICE}/{kind}"}"/>'
            for place, (kind, target) in enumerate(targets, start=1)
        )
        + "</Relationships>"
    )


def _document():
    names = [name for name in _PARTS if name != "document"]
    header, upright, wide = (
        f"rId{names.index(part) + 1}" for part in ("header1", "footer1", "footer2")
    )
    portrait = _section(header, upright, 'w:w="11906" w:h="16838"', "<w:titlePg/>")
    landscape = _section(header, wide, 'w:w="16838" w:h="11906" w:orient="landscape"', "")
    return (
        f'<w:document {_W} {_R}><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>'
        "House template: restyle me in Word</w:t></w:r></w:p>"
        f"<w:p><w:pPr>{portrait}</w:pPr></w:p><w:p/>{landscape}</w:body></w:document>"
    )


def _section(header, footer, size, title_page):
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz {size}/><w:pgMar w:top="1418" w:right="1247" w:bottom="1304" w:left="1247" '
        f'w:header="624" w:footer="567" w:gutter="0"/>{title_page}</w:sectPr>'
    )


def _settings():
    compatibility = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {_W}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
        '<w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/>'
        '<w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting '
        f'w:name="compatibilityMode" w:uri="{compatibility}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _theme():
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in THEME_COLOURS.items()
    )
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind, face in (("majorFont", HEADING_FONT), ("minorFont", TEXT_FONT))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_FORMATS}/drawingml/2006/main" name="Quality standards">'
        f'<a:themeElements><a:clrScheme name="NICE">{colours}</a:clrScheme>'
        f'<a:fontScheme name="NICE">{fonts}</a:fontScheme><a:fmtScheme name="Plain">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


if __name__ == "__main__":
    build_house_template()
