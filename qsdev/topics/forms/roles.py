"""What is asked to give a role."""

from django import forms

from qsdev.accounts.models import User
from qsdev.accounts.roles import Role
from qsdev.forms import BaseForm


class RoleGiveForm(BaseForm):
    submit = "Give role"
    user = forms.ModelChoiceField(
        label="Person", queryset=User.objects.active(), empty_label="Choose a person"
    )
    role = forms.ChoiceField(choices=[("", "Choose a role"), *Role.choices])
