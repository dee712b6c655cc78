"""Noting who has a suggestion open, so that two people do not decide it unawares."""

from django.db import transaction
from django.utils import timezone

from stakeholders.models import Viewing
from stakeholders.models.triage import SEEN_FOR


@transaction.atomic
def note_viewing(*, suggestion, by):
    """Note that the person has the suggestion open now; no event, since nothing was decided."""
    Viewing.objects.update_or_create(
        suggestion=suggestion, person=by, defaults={"seen_at": timezone.now()}
    )


def forget_viewings():
    """Delete what says no more who looks at something now."""
    Viewing.objects.filter(seen_at__lt=timezone.now() - SEEN_FOR).delete()
