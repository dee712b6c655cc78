"""Whatever people write, there is a paper, it can be numbered and frozen, and it can be checked."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from qsdev.briefing.builder import build_document
from qsdev.briefing.changes import changes_between
from qsdev.briefing.checks import check_material
from qsdev.briefing.tests.sound_material import ASK, ASKING, BOOTS, SOUND, with_part
from qsdev.documents.freezing import from_json, to_json
from qsdev.documents.numbering import number

PIECES = [
    "# ", "## ", "#### ", "- ", "1. ", "\n", "\n\n", "[S1]", "[S2, S99]", "[@walks-2014]", "[@no]",
    "(", ")", "[", "]", "**", "*", "\x00", "\ud800", "<b>", "`", "|", "stakeholders ", "CAMHS ",
    "recommendation 1.1.1 ", "section 2 ", "12% ", "Dr Who ", "=1+1", "é漢字", " ", "a",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=60)


def material_of(summary, practice, words, title):
    """A paper's material with these words in every place where people write."""
    areas = with_part(ASKING, summary=summary, practice=practice).areas
    recommended = with_part(BOOTS, recommendations=(replace(ASK, text=words),)).areas
    rows = (replace(SOUND.suggestions[0], key_area=words, why_important=summary),)
    return replace(
        SOUND,
        title=title,
        areas=(
            replace(areas[0], title=title),
            recommended[1],
            replace(areas[2], explanation=words),
        ),
        overview=(replace(SOUND.overview[0], text=practice), *SOUND.overview[1:]),
        suggestions=rows + SOUND.suggestions[1:],
        glossary=((title, words),),
    )


@settings(max_examples=60, deadline=None)
@given(st.tuples(WORDS, WORDS, WORDS, WORDS))
def test_any_words_make_a_paper_that_can_be_numbered_frozen_and_checked(words):
    material = material_of(*words)
    document = build_document(material)
    frozen = to_json(document)
    assert number(document).contents
    assert from_json(frozen) == document
    assert check_material(material) == check_material(material, document)
    assert changes_between(frozen, frozen) == []
