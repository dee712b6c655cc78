import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("jobs", "0001_initial"),
        ("stakeholders", "0001_initial"),
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperBuild",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "seconds",
                    models.FloatField(help_text="How long the build itself took.", null=True),
                ),
                ("content", models.JSONField(help_text="The content tree.", null=True)),
                ("content_hash", models.CharField(blank=True, max_length=64)),
                ("findings", models.JSONField(default=list)),
                (
                    "finding_counts",
                    models.JSONField(default=dict, help_text="Number of findings by level."),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "job",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paper_build",
                        to="jobs.job",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paper_builds",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="BriefingPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("issued", "Issued"), ("withdrawn", "Withdrawn")],
                        default="issued",
                        max_length=20,
                    ),
                ),
                ("issued_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("reason_errors_accepted", models.TextField(blank=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("reason_withdrawn", models.TextField(blank=True)),
                (
                    "issued_by",
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
                        related_name="papers",
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
                (
                    "build",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paper",
                        to="briefing.paperbuild",
                    ),
                ),
            ],
            options={
                "ordering": ["-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("topic", "version"), name="paper_version_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "issued")),
                        fields=("topic",),
                        name="one_paper_issued_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("docx", "Word"),
                            ("pdf", "PDF"),
                            ("html", "Web page"),
                            ("xlsx", "Suggestions as Excel"),
                            ("csv", "Suggestions as CSV"),
                        ],
                        max_length=10,
                    ),
                ),
                ("file", models.FileField(upload_to="papers/")),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                (
                    "build",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="briefing.paperbuild",
                    ),
                ),
            ],
            options={
                "ordering": ["format"],
                "constraints": [
                    models.UniqueConstraint(fields=("build", "format"), name="one_file_a_format")
                ],
            },
        ),
        migrations.CreateModel(
            name="IssuedArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=20)),
                ("position", models.PositiveSmallIntegerField()),
                ("summary", models.TextField(blank=True)),
                ("suggestions", models.PositiveIntegerField()),
                ("contributors", models.PositiveIntegerField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issued_areas",
                        to="topics.improvementarea",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="areas",
                        to="briefing.briefingpaper",
                    ),
                ),
            ],
            options={
                "ordering": ["-kind", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paper", "area"), name="area_issued_once_a_paper"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IssuedSuggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issued_suggestions",
                        to="briefing.briefingpaper",
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issued_in",
                        to="stakeholders.suggestion",
                    ),
                ),
            ],
            options={
                "ordering": ["suggestion__number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paper", "suggestion"), name="suggestion_issued_once_a_paper"
                    )
                ],
            },
        ),
    ]
