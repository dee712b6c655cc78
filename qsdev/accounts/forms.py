"""What sign-in and the pages of accounts ask."""

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password

from qsdev.forms import BaseForm


def password_field(**options):
    """A field for a password, which is never cleaned of spaces nor printed back."""
    purpose = options.pop("autocomplete")
    widget = forms.PasswordInput(attrs={"autocomplete": purpose})
    return forms.CharField(widget=widget, strip=False, max_length=200, **options)


def email_field(**options):
    """A field for an email address, compared in lower case."""
    widget = forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"})
    return forms.EmailField(label="Email address", widget=widget, max_length=254, **options)


class SignInForm(BaseForm):
    submit = "Sign in"
    email = email_field()
    password = password_field(autocomplete="current-password")

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        self.user = None

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def clean(self):
        email, password = self.cleaned_data.get("email"), self.cleaned_data.get("password")
        if email and password:
            self.user = authenticate(self.request, email=email, password=password)
            if self.user is None:
                raise forms.ValidationError(
                    "The email address or the password is not right. Check both and try again."
                )
        return self.cleaned_data


class NewPasswordForm(BaseForm):
    """Asks twice for a password and holds it against the rules."""

    submit = "Save password"
    new_password = password_field(
        autocomplete="new-password",
        help_text="At least 12 characters. Three words that do not belong together are good.",
    )
    new_password_again = password_field(autocomplete="new-password")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_new_password(self):
        password = self.cleaned_data["new_password"]
        validate_password(password, self.user)
        return password

    def clean_new_password_again(self):
        again = self.cleaned_data["new_password_again"]
        if self.cleaned_data.get("new_password", again) != again:
            raise forms.ValidationError("The two passwords differ. Write the same one twice.")
        return again


class PasswordChangeForm(NewPasswordForm):
    present_password = password_field(autocomplete="current-password")
    field_order = ["present_password", "new_password", "new_password_again"]

    def clean_present_password(self):
        if not self.user.check_password(self.cleaned_data["present_password"]):
            raise forms.ValidationError("This is not your present password.")
        return self.cleaned_data["present_password"]


class UserCreateForm(BaseForm):
    submit = "Open account"
    name = forms.CharField(max_length=200)
    email = email_field()
    is_administrator = forms.BooleanField(
        required=False,
        label="Administrator",
        help_text="May open and close accounts, and begin topics.",
    )
