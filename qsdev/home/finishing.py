"""What a topic needs once the committee has decided: drafting, validation, publication."""

from django.utils import timezone
from django.utils.formats import date_format

from qsdev.equality.progress import stages_of
from qsdev.home.steps import DONE, NOT_BEGUN, WAITING, Task, counted, state_of
from qsdev.publication.models import PublishedStandard
from qsdev.validation.readiness import outstanding


def finishing_tasks(topic):
    """What comes before publication, the equality assessment, publication itself."""
    return [validation(topic), equality(topic), publication(topic)]


def drafting_tasks(topic):
    """How many of the statements have their words."""
    drafted = topic.statements.current()
    total, empty = drafted.count(), drafted.filter(text="").count()
    words = (
        f"{total - empty} of {counted(total, 'statement')} written" if total else "None drafted yet"
    )
    page = ("statements.view_statements", "statements:statement_list", (topic.slug,))
    return [Task("Statements", words, state_of(total, empty), *page)]


def validation(topic):
    """What is still to be done before publication."""
    to_do = len(outstanding(topic))
    words = f"{counted(to_do, 'thing')} to be done before publication" if to_do else "Complete"
    page = ("validation.view_validation", "validation:validation_detail", (topic.slug,))
    return Task("Validation", words, WAITING if to_do else DONE, *page)


def equality(topic):
    stages = stages_of(topic)
    done = sum(one.is_complete for one in stages)
    words = f"{done} of {counted(len(stages), 'stage')} completed"
    state = DONE if done == len(stages) else WAITING if done else NOT_BEGUN
    page = ("equality.view_assessment", "equality:stage_list", (topic.slug,))
    return Task("Equality impact assessment", words, state, *page)


def publication(topic):
    standard = PublishedStandard.objects.standing().filter(topic=topic).first()
    words, state = "Not published", NOT_BEGUN
    if standard:
        at = date_format(timezone.localtime(standard.published_at), "j F Y")
        words, state = f"{standard}, {at}", DONE
    page = ("publication.view_publication", "publication:publication_detail", (topic.slug,))
    return Task("Publication", words, state, *page)
