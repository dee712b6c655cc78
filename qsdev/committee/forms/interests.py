"""What is asked of a member's interests and of the chair."""

from django import forms

from qsdev.committee.models import ChairAction, InterestKind
from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm

HINTS = {
    InterestKind.DIRECT_FINANCIAL: "You gain or lose money by it, or by work you are paid for.",
    InterestKind.DIRECT_NON_FINANCIAL: "It concerns your own standing, views or unpaid roles.",
    InterestKind.INDIRECT: "It concerns somebody close to you, or an organisation you belong to.",
}


class InterestDeclareForm(BaseForm):
    """An interest, or that there is none."""

    submit = "Declare"
    kind = forms.ChoiceField(
        label="What do you declare?", choices=InterestKind, widget=forms.RadioSelect
    )
    description = forms.CharField(
        label="What is it?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Needed unless you have nothing to declare. The committee and the team read it.",
        max_length=4000,
    )
    choice_hints = {"kind": HINTS}

    def clean(self):
        given = super().clean()
        kind, said = given.get("kind"), given.get("description", "").strip()
        if kind and kind != InterestKind.NOTHING and not said and "description" not in self.errors:
            self.add_error("description", "Say what the interest is")
        if kind == InterestKind.NOTHING and said:
            self.add_error("kind", "You described an interest: choose of which kind it is")
        return given


class InterestActForm(VersionedForm):
    """The chair's action on an interest, with its reason."""

    submit = "Record this action"
    action = forms.ChoiceField(
        label="What follows from it?", choices=ChairAction, widget=forms.RadioSelect
    )
    reason = forms.CharField(label="Why?", widget=forms.Textarea(attrs={"rows": 3}))
    choice_hints = {
        "action": {
            ChairAction.PARTIAL: "The member speaks and rates, within the limits that you give.",
            ChairAction.WITHDRAWAL: "The member neither discusses nor rates, and does not count "
            "to the quorum there.",
        }
    }

    def __init__(self, data=None, *, declaration, **kwargs):
        initial = {name: getattr(declaration, name) for name in ("action", "reason", "version")}
        super().__init__(data, initial=initial, **kwargs)
