"""The styles and numbering of a fresh house template: how each kind of block looks in Word."""

from dataclasses import dataclass

from qsdev.documents.house_fonts import HEADING_FONT, TEXT_FONT

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAVY = "00436C"
INK = "0E0E0E"
RULE = "A9BCC6"
HEADING_LIST, APPENDIX_LIST, BULLET_LIST, NUMBER_LIST, UNNUMBERED_LIST = 1, 2, 3, 4, 5
LIST_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: sizes in half-points, spaces in twentieths of a point."""

    id: str
    name: str
    based_on: str = "Normal"
    size: int = 0
    bold: bool = False
    serif: bool = False
    colour: str = ""
    before: int | None = None
    after: int | None = None
    line: int = 0
    keep_next: bool = False
    page_break: bool = False
    outline: int | None = None
    list: tuple[int, int] | None = None
    rest: str = ""
    following: str = ""


def _rule(side, colour, size, space):
    border = f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
    return f"<w:pBdr>{border}</w:pBdr>"


def _heading(level, size, before, after):
    listed = (HEADING_LIST, level - 1) if level <= LIST_DEPTH else None
    return Style(
        f"Heading{level}", f"heading {level}", size=size, serif=True, colour=NAVY, bold=False,
        before=before, after=after, keep_next=True, outline=level - 1, list=listed,
        line=264, following="BodyText",
    )  # fmt: skip


def _list_styles(id, name, number_list):
    for level in range(LIST_DEPTH):
        digit = str(level + 1) if level else ""
        yield Style(
            f"{id}{digit}", f"{name} {digit}".strip(), "BodyText", after=80,
            list=(number_list, level),
        )  # fmt: skip


_CONTENTS_TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9412"/></w:tabs>'
STYLES = (
    Style("BodyText", "Body Text", after=140),
    Style("Lead", "Lead", "BodyText", size=24, colour=NAVY),
    Style("Note", "Note", "BodyText", size=18, before=60),
    Style("Imprint", "Imprint", size=22, colour=NAVY, after=40),
    Style("Title", "Title", size=60, serif=True, colour=NAVY, before=800, after=160, line=252,
          rest=_rule("top", NAVY, 24, 14), following="Subtitle"),
    Style("Subtitle", "Subtitle", size=30, colour=INK, after=480, following="BodyText"),
    _heading(1, 36, 480, 160),
    _heading(2, 28, 360, 120),
    _heading(3, 24, 280, 100),
    _heading(4, 22, 240, 80),
    _heading(5, 20, 200, 80),
    _heading(6, 20, 200, 80),
    Style("AppendixHeading", "Appendix Heading", "Heading1", list=(APPENDIX_LIST, 0),
          page_break=True, before=0, following="BodyText"),
    Style("UnnumberedHeading", "Unnumbered Heading", "Heading4", list=(UNNUMBERED_LIST, 0)),
    Style("Caption", "caption", "Normal", size=20, bold=True, colour=NAVY, before=240, after=100,
          keep_next=True),
    *_list_styles("ListBullet", "List Bullet", BULLET_LIST),
    *_list_styles("ListNumber", "List Number", NUMBER_LIST),
    Style("ListContinue", "List Continue", "BodyText", after=80,
          rest='<w:ind w:left="340"/>'),
    Style("Quotation", "Quotation", "BodyText", after=80, rest='<w:ind w:left="284"/>'),
    Style("QuotationHeading", "Quotation Heading", "Quotation", bold=True, colour=NAVY,
          before=200, keep_next=True, following="Quotation",
          rest=_rule("top", RULE, 4, 5) + '<w:ind w:left="284"/>'),
    Style("Definition", "Definition", "BodyText", after=80,
          rest='<w:ind w:left="340" w:hanging="340"/>'),
    Style("TableText", "Table Text", "Normal", size=18, after=60, line=252),
    Style("TableHeading", "Table Heading", "TableText", bold=True, colour="FFFFFF",
          keep_next=True),
    Style("TableGroupHeading", "Table Group Heading", "TableText", bold=True, colour=NAVY,
          keep_next=True, size=20),
    Style("TableMark", "Table Mark", "TableText", bold=True, size=16),
    Style("TableBullet", "Table Bullet", "TableText", list=(BULLET_LIST, 3)),
    Style("TableNumber", "Table Number", "TableText", list=(NUMBER_LIST, 3)),
    Style("AfterTable", "After Table", "Normal", size=8, after=120),
    Style("Figure", "Figure", "Normal", after=200),
    Style("TOCHeading", "TOC Heading", size=32, serif=True, colour=NAVY, before=360, after=160,
          keep_next=True),
    Style("TOC1", "toc 1", before=80, after=20, line=252, rest=_CONTENTS_TAB),
    Style("TOC2", "toc 2", after=20, line=252, rest=_CONTENTS_TAB + '<w:ind w:left="340"/>'),
    Style("TOC3", "toc 3", after=20, line=252, rest=_CONTENTS_TAB + '<w:ind w:left="680"/>'),
    Style("Header", "header", size=16, colour=NAVY, rest=_rule("bottom", RULE, 4, 4)),
    Style("Footer", "footer", size=16, colour=NAVY, rest=_rule("top", RULE, 4, 4)
          + '<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>'),
    Style("FooterLandscape", "Footer Landscape", size=16, colour=NAVY,
          rest=_rule("top", RULE, 4, 4) + '<w:tabs><w:tab w:val="right" w:pos="14344"/></w:tabs>'),
    Style("FootnoteText", "footnote text", size=16, after=40, line=240),
)  # fmt: skip


def styles_xml() -> str:
    """Return the whole of `styles.xml`, without its declaration."""
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(TEXT_FONT)}"
        f'<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/>"
        '<w:spacing w:after="0" w:line="276" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        + "".join(_paragraph_style(style) for style in STYLES)
        + _OTHER_STYLES
        + "</w:styles>"
    )


def _fonts(name):
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _paragraph_style(style):
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr><w:rPr>{_run_properties(style)}</w:rPr>"
        "</w:style>"
    )


def _paragraph_properties(style):
    parts = ["<w:keepNext/>" if style.keep_next else ""]
    parts.append("<w:pageBreakBefore/>" if style.page_break else "")
    if style.list:
        level, number = f'<w:ilvl w:val="{style.list[1]}"/>', f'<w:numId w:val="{style.list[0]}"/>'
        parts.append(f"<w:numPr>{level}{number}</w:numPr>")
    ruled, _, indented = style.rest.partition("<w:ind")
    parts.append(ruled + _spacing(style) + (f"<w:ind{indented}" if indented else ""))
    if style.outline is not None:
        parts.append(f'<w:outlineLvl w:val="{style.outline}"/>')
    return "".join(parts)


def _spacing(style):
    line = f' w:line="{style.line}" w:lineRule="auto"' if style.line else ""
    before = "" if style.before is None else f' w:before="{style.before}"'
    after = "" if style.after is None else f' w:after="{style.after}"'
    return f"<w:spacing{before}{after}{line}/>" if before or after or line else ""


def _run_properties(style):
    size = f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>' if style.size else ""
    return (
        (_fonts(HEADING_FONT) if style.serif else "")
        + ("<w:b/><w:bCs/>" if style.bold else "")
        + (f'<w:color w:val="{style.colour}"/>' if style.colour else "")
        + size
    )


def _table_style():
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 57), ("left", 100), ("bottom", 28), ("right", 100))
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal '
        'Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="PaperTable"><w:name '
        'w:val="Paper Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f"{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" '
        f'w:fill="{NAVY}"/></w:tcPr></w:tblStylePr></w:style>'
    )


_OTHER_STYLES = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name '
    'w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="005EA5"/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name '
    'w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/><w:bCs/>'
    "</w:rPr></w:style>"
) + _table_style()


def numbering_xml() -> str:
    """Return the whole of `numbering.xml`: headings, appendices, bullets, numbers, and none."""
    headings = [_level(n, "decimal", _outline(n), f"Heading{n + 1}", 0, 680) for n in range(3)]
    appendix = [_level(0, "decimal", "Appendix %1:", "AppendixHeading", 0, 0)]
    bullets = [
        _level(n, "bullet", "•–•"[n], f"ListBullet{n + 1 if n else ''}", 340 * (n + 1), 340)
        for n in range(3)
    ] + [_level(3, "bullet", "•", "TableBullet", 200, 200)]
    kinds = (("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3."))
    numbers = [
        _level(n, kind, text, f"ListNumber{n + 1 if n else ''}", 400 * (n + 1), 400)
        for n, (kind, text) in enumerate(kinds)
    ] + [_level(3, "decimal", "%4.", "TableNumber", 260, 260)]
    unnumbered = [_level(0, "none", "", "UnnumberedHeading", 0, 0)]
    lists = (headings, appendix, bullets, numbers, unnumbered)
    return (
        f"<w:numbering {_W}>"
        + "".join(
            f'<w:abstractNum w:abstractNumId="{place}"><w:multiLevelType w:val="multilevel"/>'
            f"{''.join(levels)}</w:abstractNum>"
            for place, levels in enumerate(lists, start=1)
        )
        + "".join(
            f'<w:num w:numId="{place}"><w:abstractNumId w:val="{place}"/></w:num>'
            for place in range(1, len(lists) + 1)
        )
        + "</w:numbering>"
    )


def _outline(level):
    return ".".join(f"%{place}" for place in range(1, level + 2))


def _level(number, kind, text, style, left, hanging):
    suffix = "" if hanging else f'<w:suff w:val="{"space" if text else "nothing"}"/>'
    indent = f'<w:ind w:left="{left or hanging}" w:hanging="{hanging}"/>'
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{style}"/>{suffix}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent}</w:pPr></w:lvl>"
    )
