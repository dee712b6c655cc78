"""What a text says about the guideline it rests on: the full title and the year of its edition."""

import re
from pathlib import Path
from typing import NamedTuple

from recommendations.imports.reading import TEXT_ENDINGS, decoded


class StatedEdition(NamedTuple):
    edition: int
    title: str


def stated_edition(source, *, file_name, reference):
    """The one edition that a text names, as in "Title. NICE guideline NG26 (2015)"; else None."""
    if Path(file_name).suffix.lower() not in TEXT_ENDINGS:
        return None
    pattern = rf"(\S.{{0,400}}?)\.?\s+NICE guideline {re.escape(reference)} \((\d{{4}})\)"
    lines = decoded(source, file_name).splitlines()
    found = [match for line in lines if (match := re.search(pattern, line))]
    stated = {StatedEdition(int(match[2]), match[1].strip()) for match in found}
    return stated.pop() if len(stated) == 1 else None
