"""What a form says when something is missing or wrong: plain sentences that say what to do."""

from django import forms


def give_plain_messages(field):
    """Put our sentences in place of Django's; a message that a form wrote itself is kept."""
    for code, message in plain_messages(field, str(field.label)).items():
        if field.error_messages.get(code) == django_message(field, code):
            field.error_messages[code] = message


def django_message(field, code):
    """The message that Django gives `field` for `code` by default, if it has one of its own."""
    found = None
    for kind in reversed(type(field).__mro__):
        found = getattr(kind, "default_error_messages", {}).get(code, found)
    return found


def plain_messages(field, label):
    """Our sentence for each kind of error that `field` can have."""
    messages = {
        "required": required_message(field, label),
        "max_length": f"{label} must be %(limit_value)d characters or fewer",
        "min_length": f"{label} must be %(limit_value)d characters or more",
        "max_value": f"{label} must be %(limit_value)s or less",
        "min_value": f"{label} must be %(limit_value)s or more",
        "invalid_choice": f"Choose {named(label)} from the list",
        "invalid_list": f"Choose {named(label)} from the list",
        "invalid_pk_value": f"Choose {named(label)} from the list",
    }
    if isinstance(field, forms.FileField):
        return messages | {
            "max_length": "The file’s name is too long: use %(max)d characters or fewer",
            "empty": "The file is empty: choose one that has something in it",
            "invalid": "Choose a file",
            "missing": "Choose a file",
        }
    invalid = invalid_message(field, label)
    return messages | ({"invalid": invalid} if invalid else {})


def required_message(field, label):
    if isinstance(field, forms.FileField):
        return "Choose a file"
    if isinstance(field, forms.BooleanField):
        return f"Tick “{label}” to go on"
    if isinstance(field, forms.ChoiceField):
        return f"Choose {named(label)}"
    return f"Enter {named(label)}"


def invalid_message(field, label):
    if isinstance(field, forms.EmailField):
        return "Enter an email address in the right form, like name@example.com"
    if isinstance(field, forms.IntegerField):
        return f"{label} must be a whole number, like 15"
    if isinstance(field, forms.URLField):
        return "Enter a web address in full, like https://www.example.com"
    return None


def named(label):
    """How a sentence names a field: "Full name" is "the full name", a question is quoted."""
    if label.endswith("?"):
        return f"an answer to “{label}”"
    first, _, rest = label.partition(" ")
    lowered = first if first[1:] != first[1:].lower() else first.lower()
    words = f"{lowered} {rest}".strip()
    return words if lowered in {"your", "the", "a", "an", "their", "its"} else f"the {words}"
