"""The stages of the demonstration in their order, and building up to one of them."""

from qsdev.demonstration.building import committee, consultation, drafting, published
from qsdev.demonstration.building.people import known_people
from qsdev.demonstration.building.triage import Demonstration
from qsdev.demonstration.content import read_content
from qsdev.topics.models import Topic

FIRST = "triage"
#: Each stage after the first, with the module whose `begin(topic, people)` brings a topic there
#: from the stage before, and whose `is_reached(topic)` says whether it was brought there.
LATER = {
    "committee": committee,
    "drafting": drafting,
    "consultation": consultation,
    "published": published,
}
STAGES = (FIRST, *LATER)


def find_demonstration():
    """The demonstration topic, or None before it is built."""
    return Topic.objects.filter(slug=read_content()["topic"]["slug"]).first()


def build_demonstration(*, password, stage=FIRST):
    """Build the topic with its accounts up to a stage, and return it.

    Every account that is printed gets the password.
    """
    topic = Demonstration(read_content(), password).build()
    continue_to(stage, topic=topic)
    return topic


def continue_to(stage, *, topic):
    """Bring the topic from where it stands to a stage, and return the stages that were built.

    Where it is there already, or further, nothing is done.
    """
    wanted = STAGES[1 : STAGES.index(stage) + 1]
    missing = [name for name in wanted if not LATER[name].is_reached(topic)]
    for name in missing:
        LATER[name].begin(topic, known_people())
    return missing


def stage_of(topic):
    """The last stage that the topic has reached."""
    reached = [name for name, module in LATER.items() if module.is_reached(topic)]
    return reached[-1] if reached else FIRST
