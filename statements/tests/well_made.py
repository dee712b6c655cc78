"""Six statements on which every check is silent: four standard ones, and one of each other kind."""

GLOSSARY = ("Carer", "Children", "Edge of care", "Looked after", "Parent", "Young people")
LOCAL = "Local data collection, for example an audit of records."


def process(population, action, **more):
    """A process measure of how many of a population have what the statement asks for."""
    return {
        "kind": "process",
        "letter": "",
        "text": f"Proportion of {population} who {action}.",
        "numerator": f"The number in the denominator who {action}.",
        "denominator": f"The number of {population}.",
        "data_source": LOCAL,
    } | more


def structure(text):
    return {
        "kind": "structure",
        "letter": "",
        "text": text,
        "numerator": "",
        "denominator": "",
        "data_source": LOCAL,
    }


def statement(number, short_title, text, measures, **more):
    """The content of a statement whose other parts are written too."""
    return {
        "number": number,
        "kind": "standard",
        "short_title": short_title,
        "text": text,
        "rationale": "Care differs from place to place, and this makes the help fit the child.",
        "measures": measures,
        "for_service_providers": "Services make sure that it is done.",
        "for_practitioners": "Practitioners do it.",
        "for_commissioners": "Commissioners buy services that do it.",
        "for_people": "Children get the help that they need, and are asked what they think.",
        "sources": [
            {"guideline": "NG26", "number": "1.3.2", "text": "Offer.", "recommendation": number}
        ],
        "definitions": [],
        "equality": "Words are chosen so that all can follow them.",
        "area": number,
        "exception_reason": "",
    } | more


def define(*terms):
    return [{"term": term, "definition": "What is meant.", "glossary_term": 1} for term in terms]


UNSURE = "children and young people who may have attachment difficulties"
ASSESSED = statement(
    1,
    "Assessment before intervention",
    "Children and young people who may have attachment difficulties, and their parents or carers, "
    "have a full assessment before an intervention starts.",
    [
        structure("Evidence of local arrangements for full assessments."),
        process(
            f"{UNSURE}, and of their parents or carers,",
            "have a full assessment before an intervention starts",
            denominator=f"The number of {UNSURE}, and of their parents or carers, in whom an "
            "intervention starts.",
        ),
    ],
    definitions=define("Carer", "Children", "Parent", "Young people", "Full assessment"),
)
PLANNED = statement(
    2,
    "Education plan",
    "Children in care who have attachment difficulties have an education plan that says who "
    "supports them at school.",
    [
        process(
            "children in care with attachment difficulties",
            "have an education plan that says who supports them at school",
            denominator="The number of children in care in the past 12 months with attachment "
            "difficulties.",
        )
    ],
)
FILMED = statement(
    3,
    "Video feedback for parents",
    "Parents of preschool children who have or may have attachment difficulties are offered a "
    "video feedback programme.",
    [
        process(
            "parents of preschool children who have or may have attachment difficulties",
            "are offered a video feedback programme",
        )
    ],
)
TRAINED = statement(
    4,
    "Training for carers",
    "Carers of school-aged children who have attachment difficulties take part in training within "
    "3 months of the placement.",
    [
        process(
            "carers of school-aged children with attachment difficulties",
            "take part in training within 3 months of the placement",
            numerator="The number of carers of school-aged children with attachment difficulties "
            "who take part in training within 3 months of the placement.",
        ),
        structure("Evidence that training for carers is held in each local area."),
    ],
)
DEVELOPMENTAL = statement(
    5,
    "Support online",
    "Young people on the edge of care can use a support group online.",
    [process("young people on the edge of care", "can use a support group online")],
    kind="developmental",
    sources=[],
    rationale="Few services do this yet: it is emergent, and two trials speak for it.",
    definitions=define("Edge of care"),
)
PLACEHOLDER = statement(
    6,
    "Transition to adult services",
    "Support for young people when they move on to services for adults.",
    [],
    kind="placeholder",
    sources=[],
    rationale="There is no guidance on this, and some is planned.",
)
FOUR = [ASSESSED, PLANNED, FILMED, TRAINED]
ALL = [*FOUR, DEVELOPMENTAL, PLACEHOLDER]
