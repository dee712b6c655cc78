"""Whom an issue of equality concerns: a protected characteristic, or another disadvantage."""

from django.db import models


class Group(models.TextChoices):
    """The protected characteristics of the Equality Act 2010, then what else puts people back."""

    AGE = "age", "Age"
    DISABILITY = "disability", "Disability"
    GENDER_REASSIGNMENT = "gender_reassignment", "Gender reassignment"
    MARRIAGE = "marriage", "Marriage and civil partnership"
    PREGNANCY = "pregnancy", "Pregnancy and maternity"
    RACE = "race", "Race"
    RELIGION = "religion", "Religion or belief"
    SEX = "sex", "Sex"
    SEXUAL_ORIENTATION = "sexual_orientation", "Sexual orientation"
    SOCIO_ECONOMIC = "socio_economic", "Socio-economic status"
    LOOKED_AFTER = "looked_after", "Looked-after children and care leavers"
    DETENTION = "detention", "People in places of detention"
    HOMELESSNESS = "homelessness", "People who are homeless"
    ASYLUM = "asylum", "Refugees and people seeking asylum"
    PLACE = "place", "Where people live"
    OTHER = "other", "Another disadvantage"

    @property
    def is_protected(self):
        """Whether the Equality Act 2010 protects it."""
        return self in PROTECTED


PROTECTED = (
    *(Group.AGE, Group.DISABILITY, Group.GENDER_REASSIGNMENT, Group.MARRIAGE, Group.PREGNANCY),
    *(Group.RACE, Group.RELIGION, Group.SEX, Group.SEXUAL_ORIENTATION),
)
DISADVANTAGES = tuple(group for group in Group if group not in PROTECTED)
