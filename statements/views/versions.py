"""Pages of a statement's versions: who changed what and why, as a redline; restoring one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from qsdev.errors import RuleBroken
from qsdev.forms.versioned import version_sent
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from statements import actions
from statements.content import AUDIENCES
from statements.redline import redline
from statements.views.statements import statement_of


@require_GET
@topic_page("statements.view_statements")
def statement_versions(request, topic, number):
    """Every version, the newest first."""
    statement = statement_of(topic, number)
    versions = statement.versions.select_related("changed_by", "restored_from", "statement")
    context = {"statement": statement, "versions": versions.order_by("-number")}
    return render_page(request, "statements/statement_versions.html", context)


@require_GET
@topic_page("statements.view_statements")
def version_detail(request, topic, number, version):
    """What a version changed, against the one before it or the one that the address names."""
    statement = statement_of(topic, number)
    versions = statement.versions.select_related("changed_by", "statement")
    shown = get_object_or_404(versions, number=version)
    wanted = request.GET.get("against", "")
    others = versions.filter(number__lt=version).order_by("number")
    before = others.filter(number=int(wanted)).first() if wanted.isdecimal() else others.last()
    context = {
        "statement": statement,
        "shown": shown,
        "before": before,
        "others": others,
        "changes": redline(before.content, shown.content) if before else [],
        "measures": [(None, one) for one in shown.content["measures"]],
        "audiences": [(name, words, shown.content[name]) for name, words in AUDIENCES],
        "is_newest": shown.number == statement.version,
        "may_write": "statements.write_statement" in request.allowed,
    }
    return render_page(request, "statements/version_detail.html", context)


@require_POST
@topic_page("statements.write_statement")
def version_restore(request, topic, number, version):
    """Give a statement the words of an earlier version, as a new one."""
    statement = statement_of(topic, number)
    chosen = get_object_or_404(statement.versions.select_related("statement"), number=version)
    seen = version_sent(request)
    try:
        actions.restore_version(statement_version=chosen, version=seen, by=request.user)
        messages.success(request, f"Version {version} is restored as a new version.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("statements:statement_versions", topic.slug, number)
