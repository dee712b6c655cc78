"""What happens after consultation: the second meeting's package, agreed changes, validation."""

from qsdev.validation.models.agreed import (
    AgreedChange,
    AgreedChangeTheme,
    AgreedOutcome,
    ChairAgreement,
)
from qsdev.validation.models.packages import (
    PACKAGE,
    CommitteePackage,
    CommitteeQuestion,
    held_second_meeting,
    issued_package,
    package_to_read,
    second_meeting,
)
from qsdev.validation.models.steps import (
    GUIDANCE_EXECUTIVE,
    StepKind,
    StepOutcome,
    ValidationStep,
    latest_steps,
)
from qsdev.validation.models.supporters import (
    SupportChange,
    SupportingOrganisation,
    SupportState,
    supporters_of,
)

__all__ = [
    "GUIDANCE_EXECUTIVE",
    "PACKAGE",
    "AgreedChange",
    "AgreedChangeTheme",
    "AgreedOutcome",
    "ChairAgreement",
    "CommitteePackage",
    "CommitteeQuestion",
    "StepKind",
    "StepOutcome",
    "SupportChange",
    "SupportState",
    "SupportingOrganisation",
    "ValidationStep",
    "held_second_meeting",
    "issued_package",
    "latest_steps",
    "package_to_read",
    "second_meeting",
    "supporters_of",
]
