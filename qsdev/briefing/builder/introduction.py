"""Section 1: what the paper is for, how it is laid out and which guidance it rests on."""

from qsdev.briefing.builder.guidance import Guideline
from qsdev.briefing.builder.material import PaperMaterial
from qsdev.documents.blocks import CrossReference, Section
from qsdev.documents.shorthand import bullets, paragraph


def introduction(material: PaperMaterial) -> Section:
    """Return section 1 with its two parts."""
    purpose = paragraph(
        f"This paper sets out where quality could be improved in the topic “{material.title}”. "
        "The Committee is asked to consider these areas, and to decide which of them to take "
        "forward as draft quality statements with measures.",
        style="lead",
    )
    return Section(
        "Introduction", (purpose,), (_structure(material), _sources(material)), "introduction"
    )


def _structure(material):
    parts = [
        ["An overview of the topic stands in ", CrossReference("overview"), "."],
        [
            "What stakeholders suggested is brought together in ",
            CrossReference("summary-of-suggestions"),
            "; every suggestion is printed whole in ",
            CrossReference("suggestions"),
            ".",
        ],
        [
            "Each improvement area has a part of its own in ",
            CrossReference("improvement-areas"),
            ": what was suggested, the recommendations that could support a statement, and what "
            "is known of current practice in the UK.",
        ],
    ]
    points = bullets(*(paragraph(*part) for part in parts))
    lead = paragraph("The paper has these parts:")
    return Section("Structure", (lead, points), anchor="structure")


def _sources(material):
    key = [one for one in material.guidelines if not one.is_further]
    further = [one for one in material.guidelines if one.is_further]
    blocks = []
    if key:
        blocks += [paragraph(_leading_words(key)), bullets(*map(source_words, key))]
    else:
        blocks += [paragraph("No development source has been declared for this topic.")]
    if further:
        blocks += [
            paragraph("Further development sources are:"),
            bullets(*map(source_words, further)),
        ]
    heading = "Development sources" if len(material.guidelines) > 1 else "Development source"
    return Section(heading, tuple(blocks), anchor="development-sources")


def _leading_words(key):
    if len(key) == 1:
        return "The recommendations in this paper come from its key development source:"
    return "The recommendations in this paper come from its key development sources:"


def source_words(guideline: Guideline) -> str:
    """Return a development source with its full title, reference and year."""
    if not guideline.title:
        return f"NICE guideline {guideline.reference}"
    return f"{guideline.title}. NICE guideline {guideline.reference} ({guideline.edition})"
