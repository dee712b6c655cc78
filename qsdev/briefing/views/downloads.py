"""Papers as files: the rule is asked again at each download, and nothing is opened in the page."""

from django.http import FileResponse, Http404

from qsdev.briefing.models import PaperFormat

TYPES = {
    PaperFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PaperFormat.PDF: "application/pdf",
    PaperFormat.HTML: "text/html; charset=utf-8",
    PaperFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    PaperFormat.CSV: "text/csv; charset=utf-8",
}
TABLES = {PaperFormat.XLSX, PaperFormat.CSV}


def file_answer(build, format, *, version=None):
    """The file of a build as an attachment under a plain name; 404 where there is none."""
    kept = build.files.filter(format=format).first()
    if kept is None or not kept.file.storage.exists(kept.file.name):
        raise Http404
    answer = FileResponse(
        kept.file.open("rb"),
        as_attachment=True,
        filename=file_name(build.topic, format, version),
        content_type=TYPES[PaperFormat(format)],
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def file_name(topic, format, version=None):
    """A name that says what the file is: "childrens-attachment-briefing-paper-version-1.docx"."""
    what = "suggestions" if format in TABLES else "briefing-paper"
    which = f"-version-{version}" if version else ""
    return f"{topic.slug}-{what}{which}.{format}"
