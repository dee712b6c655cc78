"""The people who sign in: NICE's team, the committees and their experts."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models.functions import Lower


class UserQuerySet(models.QuerySet):
    """Picks people by whether they may still sign in."""

    def active(self):
        return self.filter(is_active=True)

    def get_by_natural_key(self, email):
        """The person who signs in with this address, however its letters are cased."""
        return self.get(email=email.strip().lower())


class User(AbstractBaseUser):
    """A person with an account, such as an analyst of the quality standards team.

    What they may do in a topic is a role in that topic; only the administrator's role is for the
    whole site. An account is never deleted, because decisions name it: it is deactivated.
    """

    email = models.EmailField("email address", unique=True)
    name = models.CharField(max_length=200)
    is_administrator = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    uses_shortcuts = models.BooleanField(default=True, help_text="Single keys act in triage.")
    shows_hints = models.BooleanField(default=True, help_text="Likely areas and the like show.")

    objects = UserQuerySet.as_manager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="user_email_is_in_lower_case"
            )
        ]

    def __str__(self):
        return self.name

    def get_full_name(self):
        """Django's word for the name, which some of its templates ask for."""
        return self.name

    @property
    def has_chosen_password(self):
        return self.has_usable_password()
