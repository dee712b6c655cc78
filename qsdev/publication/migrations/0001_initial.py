import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("consultation", "0001_initial"),
        ("statements", "0001_initial"),
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicationPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("reference", models.CharField(max_length=10, unique=True)),
                (
                    "about",
                    models.TextField(help_text="What the standard covers and for whom it is."),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "topic",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication_plan",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PublishedStandard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=10)),
                ("version", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("content", models.JSONField()),
                ("content_hash", models.CharField(max_length=64)),
                ("note", models.TextField(help_text="What is new in this version, for everyone.")),
                (
                    "reason_accepted",
                    models.TextField(
                        blank=True,
                        help_text="Why it was published although something was still to be done.",
                    ),
                ),
                ("published_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("reason_withdrawn", models.TextField(blank=True)),
                (
                    "consultation_report",
                    models.ForeignKey(
                        help_text="The summary report, with its table of comments, that appears beside it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consultation.issuedreport",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_standards",
                        to="topics.topic",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["reference", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reference", "version"), name="published_version_once_a_reference"
                    ),
                    models.UniqueConstraint(
                        fields=("topic", "version"), name="published_version_once_a_topic"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("reason_withdrawn", ""),
                                ("withdrawn_at", None),
                                ("withdrawn_by", None),
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                models.Q(("reason_withdrawn", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="withdrawn_standards_say_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedStatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("text", models.TextField(blank=True)),
                ("is_removed", models.BooleanField(default=False)),
                ("replaced_by_number", models.PositiveSmallIntegerField(null=True)),
                (
                    "standard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="publication.publishedstandard",
                    ),
                ),
                (
                    "statement_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_statements",
                        to="statements.statementversion",
                    ),
                ),
            ],
            options={
                "ordering": ["is_removed", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("standard", "number"), name="published_statement_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_removed", True), ("replaced_by_number", None), _connector="OR"
                        ),
                        name="only_removed_statements_are_replaced",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("replaced_by_number", models.F("number")), _negated=True
                        ),
                        name="no_statement_replaces_itself",
                    ),
                ],
            },
        ),
    ]
