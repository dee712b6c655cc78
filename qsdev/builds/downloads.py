"""Files as people fetch them: always saved, never opened in a page, under a name that tells."""

from django.http import FileResponse, Http404, HttpResponse

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def stored_file(build, format, *, name):
    """The file that a build keeps in a format, as an attachment; 404 where there is none."""
    kept = build.files.filter(format=format).first()
    if kept is None or not kept.file.storage.exists(kept.file.name):
        raise Http404
    return attached(
        FileResponse(
            kept.file.open("rb"),
            as_attachment=True,
            filename=f"{name}.{format}",
            content_type=TYPES[format],
        )
    )


def made_file(content, format, *, name):
    """Bytes that were made for this answer, as an attachment."""
    answer = HttpResponse(content, content_type=TYPES[format])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{format}"'
    return attached(answer)


def attached(answer):
    """The answer with the headers by which no browser opens or runs what it holds."""
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
