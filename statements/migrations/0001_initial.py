import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("recommendations", "0001_initial"),
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="QualityStatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("number", models.PositiveSmallIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "exception_reason",
                    models.TextField(
                        blank=True,
                        help_text="Why it is drafted although its area is not prioritised.",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("standard", "Standard"),
                            ("developmental", "Developmental"),
                            ("placeholder", "Placeholder"),
                        ],
                        default="standard",
                        max_length=20,
                    ),
                ),
                ("short_title", models.CharField(max_length=200)),
                ("text", models.TextField(blank=True, verbose_name="quality statement")),
                ("rationale", models.TextField(blank=True)),
                ("for_service_providers", models.TextField(blank=True)),
                ("for_practitioners", models.TextField(blank=True)),
                ("for_commissioners", models.TextField(blank=True)),
                ("for_people", models.TextField(blank=True)),
                ("equality", models.TextField(blank=True)),
                ("removed_at", models.DateTimeField(editable=False, null=True)),
                ("reason_removed", models.TextField(blank=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="topics.improvementarea",
                    ),
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
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="statements.qualitystatement",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("topic", "number"), name="statement_number_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("topic", "position"),
                        name="statement_position_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("reason_removed", ""),
                                ("removed_at", None),
                                ("removed_by", None),
                                ("replaced_by", None),
                            ),
                            models.Q(
                                ("removed_at__isnull", False),
                                ("removed_by__isnull", False),
                                models.Q(("reason_removed", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="removal_of_a_statement_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QualityMeasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("structure", "Structure"),
                            ("process", "Process"),
                            ("outcome", "Outcome"),
                        ],
                        max_length=20,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("numerator", models.TextField(blank=True)),
                ("denominator", models.TextField(blank=True)),
                ("data_source", models.TextField(blank=True)),
                (
                    "quality_statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="statements.qualitystatement",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("quality_statement", "position"), name="measure_position_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "process"),
                            models.Q(("denominator", ""), ("numerator", "")),
                            _connector="OR",
                        ),
                        name="only_processes_are_proportions",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceGuidance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "quality_statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="statements.qualitystatement",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statement_sources",
                        to="recommendations.recommendation",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("quality_statement", "recommendation"),
                        name="source_once_a_statement",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StatementDefinition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("term", models.CharField(blank=True, max_length=200)),
                ("definition", models.TextField(blank=True)),
                (
                    "glossary_term",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statement_definitions",
                        to="topics.glossaryterm",
                    ),
                ),
                (
                    "quality_statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="definitions",
                        to="statements.qualitystatement",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("glossary_term__isnull", False)),
                        fields=("quality_statement", "glossary_term"),
                        name="glossary_term_once_a_statement",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("definition", ""), ("glossary_term__isnull", False), ("term", "")
                            ),
                            models.Q(
                                ("glossary_term", None),
                                models.Q(("term", ""), _negated=True),
                                models.Q(("definition", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="definition_is_the_glossary_s_or_its_own",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatementVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("reason", models.TextField(blank=True)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "restored_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restorations",
                        to="statements.statementversion",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="statements.qualitystatement",
                    ),
                ),
            ],
            options={
                "ordering": ["statement", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "number"), name="statement_version_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="UndraftedArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField()),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reasons_undrafted",
                        to="topics.improvementarea",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="undrafted_area_has_a_reason",
                    )
                ],
            },
        ),
    ]
