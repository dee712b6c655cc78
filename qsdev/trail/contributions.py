"""Who contributed to a topic, how much, and how much of it came to a statement or a change."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from qsdev.consultation.models import ChangeOfWording, Comment
from qsdev.trail.steps.areas import Families
from stakeholders.models import Filing, Stakeholder, Suggestion
from statements.models import QualityStatement


def contributors_of(topic) -> QuerySet:
    """Whoever suggested or commented, with counts; members of this topic by their pseudonyms.

    Each has `suggested`, `stated` (suggestions filed in an area of a statement that stands),
    `commented`, and `changing` (comments that, alone or by their theme, changed the wording).
    """
    suggestions, comments = (
        Suggestion.objects.filter(topic=topic),
        Comment.objects.filter(topic=topic),
    )
    families = Families(topic)
    of_statements = QualityStatement.objects.current().filter(topic=topic)
    areas = families.of(set(of_statements.values_list("area", flat=True)))
    stated = suggestions.filter(
        Exists(Filing.objects.filter(suggestion=OuterRef("pk"), area__in=areas))
    )
    changes = ChangeOfWording.objects.filter(Q(comment=OuterRef("pk")) | Q(theme=OuterRef("theme")))
    theirs = {"stakeholder": OuterRef("pk")}
    found = Stakeholder.objects.known_in(topic).filter(
        Exists(suggestions.filter(**theirs)) | Exists(comments.filter(**theirs))
    )
    return found.annotate(
        suggested=counted(suggestions),
        stated=counted(stated),
        commented=counted(comments),
        changing=counted(comments.filter(Exists(changes))),
    ).order_by("kind", "name")


def counted(rows):
    """How many of the rows are a stakeholder's."""
    theirs = rows.filter(stakeholder=OuterRef("pk")).order_by().values("stakeholder")
    return Coalesce(Subquery(theirs.annotate(number=Count("pk")).values("number")), 0)
