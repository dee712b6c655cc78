"""A published standard, so that each address of publication leads somewhere."""

from qsdev.publication.tests.material import make_publishable, publish


def begin(topic, people):
    """Statements with all their parts, published as QS133."""
    make_publishable(topic, people, count=1)
    publish(topic, people)


def words_of_addresses(topic):
    """What stands in the addresses of publication beside the topic's own slug."""
    standard = topic.published_standards.first()
    of = {"reference": standard.reference}
    number = standard.statements.first().number
    version = {"version": standard.version}
    words = {
        "preview_download": {"format": "docx"},
        "files_build": version,
        "standard_withdraw": version,
        **{f"standard_{name}": of for name in ("detail", "json", "whole", "versions")},
        "standard_version_detail": of | version,
        "standard_download": of | {"format": "docx"},
        "published_statement_detail": of | {"number": number},
    }
    return {f"publication:{name}": said for name, said in words.items()}
