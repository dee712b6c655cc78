"""Reads a file or pasted text of recommendations, whichever of the two forms it has."""

from pathlib import Path

from qsdev.tables import RefusedFile
from recommendations.imports.merging import merged
from recommendations.imports.printed import has_printed_recommendations, read_printed
from recommendations.imports.tabled import read_tabled

LARGEST_TEXT = 2 * 1024 * 1024  # bytes; the whole of a long guideline is under one megabyte
TEXT_ENDINGS = {".txt", ".md", ".text"}
PASTED = "pasted text.txt"


def read_recommendations(source, *, file_name, reference):
    """Read a file (its bytes) of recommendations of the guideline `reference`.

    Text is decoded here; everything else is read by the limited child of `qsdev.tables`. Returns
    a `RecommendationFile`, whose problems keep it from being imported; raises `RefusedFile` if
    the file cannot be read at all.
    """
    if Path(file_name).suffix.lower() in TEXT_ENDINGS:
        text = decoded(source, file_name)
        if has_printed_recommendations(text):
            return merged(file_name, *read_printed(text, reference))
        return merged(file_name, *read_tabled_text(source, file_name))
    return merged(file_name, *read_tabled(source, file_name))


def read_pasted_recommendations(text, *, reference):
    """Read what somebody pasted: text as papers print it, or the cells of a table."""
    return read_recommendations(
        text.encode(errors="replace"), file_name=PASTED, reference=reference
    )


def decoded(source, file_name):
    """The text of a file in UTF-8, UTF-16 with its mark, or Windows-1252."""
    if len(source) > LARGEST_TEXT:
        raise RefusedFile(
            "too_large",
            f"“{file_name}” is larger than {LARGEST_TEXT // (1024 * 1024)} MB. Send the "
            "recommendations alone.",
        )
    marked = source.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "cp1252"]:
        try:
            text = source.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RefusedFile(
        "not_text",
        f"“{file_name}” is not text, though its name says so. Save it again as plain text (UTF-8).",
    )


def read_tabled_text(source, file_name):
    """Text without printed recommendations may still be a table; otherwise say what is wanted."""
    try:
        return read_tabled(source, file_name)
    except RefusedFile as error:
        raise RefusedFile(
            "nothing_found",
            f"No recommendation was found in “{file_name}”. A recommendation begins with a line "
            "such as “NICE NG26 Recommendation 1.3.2”, or is a row of a table with the columns "
            "Number, Section and Recommendation text.",
        ) from error
