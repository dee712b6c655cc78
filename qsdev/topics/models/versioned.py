"""What a row keeps that several people change: its version, and who changed it last and when."""

from django.conf import settings
from django.db import models


class Versioned(models.Model):
    """A row that an action changes only if it is still at the version that its person opened.

    For example a summary at version 3, last changed by Amira Khan on 4 February 2016; whoever
    opened version 2 is told so, and loses nothing (`EditCollision`).
    """

    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        db_index=False,  # nothing is looked for by who changed it
    )
    changed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True
