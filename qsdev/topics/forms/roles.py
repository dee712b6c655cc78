"""What is asked to give a role."""

from datetime import datetime, time

from django import forms
from django.utils import timezone

from qsdev.accounts.models import User
from qsdev.accounts.roles import Role
from qsdev.forms import BaseForm, DateField


class RoleGiveForm(BaseForm):
    submit = "Give role"
    user = forms.ModelChoiceField(
        label="Person", queryset=User.objects.active(), empty_label="Choose a person"
    )
    role = forms.ChoiceField(choices=[("", "Choose a role"), *Role.choices])
    until = DateField(
        label="Term of office ends on", required=False, help_text="The last day, if there is one."
    )

    def clean_until(self):
        """The end of the last day of the term."""
        last = self.cleaned_data["until"]
        return last and timezone.make_aware(datetime.combine(last, time(23, 59, 59)))
