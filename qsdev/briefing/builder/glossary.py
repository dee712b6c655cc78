"""Appendix 3: the terms of the topic and what they mean."""

from qsdev.briefing.builder.material import PaperMaterial
from qsdev.documents.blocks import Section
from qsdev.documents.shorthand import definitions, paragraph


def glossary(material: PaperMaterial) -> Section:
    """Return the appendix of terms, in the order of the alphabet."""
    if material.glossary:
        block = definitions(*material.glossary)
    else:
        block = paragraph("No term has been explained yet.")
    return Section("Glossary", (block,), anchor="glossary", appendix=True)
