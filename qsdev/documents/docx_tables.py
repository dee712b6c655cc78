"""Tables of a Word document, a row at a time, so that long ones never stand whole in memory."""

from collections.abc import Iterator

from qsdev.documents.blocks import Table, Text
from qsdev.documents.docx_blocks import Blocks, styled
from qsdev.documents.docx_inlines import words
from qsdev.documents.table_shape import check_spans, column_widths, is_kept_whole

GROUP_SHADE = "C8E0E6"
MARK_SHADE = "FBF3CF"


def table_xml(blocks: Blocks, table: Table, label, text_width: int) -> Iterator[str]:
    """Yield a table: caption, properties with a header row that repeats, then row after row."""
    widths = column_widths(table, text_width)
    yield blocks.caption(label)
    yield _opening(table, widths)
    for group in table.groups:
        if group.heading:
            yield _group_row(blocks, group, sum(widths), len(widths))
        for row in group.rows:
            yield _row(blocks, row, widths)
    yield "</w:tbl>" + styled("AfterTable", "")


def _opening(table, widths):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = int(any(column.names_row for column in table.columns))
    headings = "".join(
        f"{_cell_properties(width)}{styled('TableHeading', _heading(column))}</w:tc>"
        for column, width in zip(table.columns, widths, strict=True)
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook '
        f'w:val="06{"A" if first else "2"}0" w:firstRow="1" w:lastRow="0" w:firstColumn="{first}"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{headings}</w:tr>"
    )


def _heading(column):
    return f"<w:r>{words(column.heading)}</w:r>"


def _cell_properties(width, span=1, shade=""):
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shaded}</w:tcPr>'


def _group_row(blocks, group, width, columns):
    runs = f"<w:r>{words(group.heading)}</w:r>"
    if group.anchor:
        runs = blocks.inlines.bookmarked(group.anchor, runs)
    return (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell_properties(width, columns, GROUP_SHADE)}"
        f"{styled('TableGroupHeading', runs)}</w:tc></w:tr>"
    )


def _row(blocks, row, widths):
    check_spans(row, len(widths))
    parts, place = [], 0
    for cell in row.cells:
        width = sum(widths[place : place + cell.span])
        anchor = row.anchor if place == 0 else ""
        mark = cell.marked or (row.marked if place == 0 else "")
        shade = MARK_SHADE if cell.marked or row.marked else ""
        content = "".join([blocks.block(block, "cell") for block in cell.blocks])
        if anchor:
            content = _anchored(blocks, anchor, content)
        if mark:
            content += styled("TableMark", blocks.inlines.runs((Text(mark),)))
        parts.append(_cell_properties(width, cell.span, shade))
        parts.append((content or styled("TableText", "")) + "</w:tc>")
        place += cell.span
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if is_kept_whole(row, widths) else ""
    return f"<w:tr>{whole}{''.join(parts)}</w:tr>"


def _anchored(blocks, anchor, content):
    """Return a cell's content with a bookmark at the start of its first paragraph."""
    content = content or styled("TableText", "")
    before, end, after = content.partition("</w:pPr>")
    return before + end + blocks.inlines.bookmarked(anchor, "") + after
