"""A guideline as long as NICE's longest, as a further source of a topic."""

from recommendations import actions
from recommendations.imports import read_pasted_recommendations

SENTENCE = "Offer support to those who care for children and young people in every setting. "


def add_long_guideline(topic, lead, *, number):
    """NG999 with so many recommendations, ten to a section with a long heading."""
    guideline = actions.add_guideline(reference="NG999", edition=2020, title="Care", by=lead)
    text = ""
    for each in range(number):
        section, place = divmod(each, 10)
        if not place:
            text += f"Supporting people in long part {section + 1} of the guideline, at home\n\n"
        name = f"2.{section + 1}.{place + 1}"
        text += f"NICE NG999 Recommendation {name}\n\n{SENTENCE * 10}{each}\n\n"
    parsed = read_pasted_recommendations(text, reference="NG999")
    actions.import_recommendations(guideline=guideline, parsed=parsed, by=lead)
    actions.declare_source(topic=topic, guideline=guideline, is_further=True, by=lead)
    return guideline
