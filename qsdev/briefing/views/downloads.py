"""Papers as files: the rule is asked again at each download, and nothing is opened in the page."""

from qsdev.briefing.models import PaperFormat
from qsdev.builds.downloads import stored_file

TABLES = {PaperFormat.XLSX, PaperFormat.CSV}


def file_answer(build, format, *, version=None):
    """The file of a build as an attachment under a plain name; 404 where there is none."""
    return stored_file(build, format, name=file_name(build.topic, format, version))


def file_name(topic, format, version=None):
    """A name that says what the file is: "childrens-attachment-briefing-paper-version-1"."""
    what = "suggestions" if format in TABLES else "briefing-paper"
    which = f"-version-{version}" if version else ""
    return f"{topic.slug}-{what}{which}"
