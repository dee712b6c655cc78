import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="EvidenceSearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("from_databases", models.PositiveIntegerField(default=0)),
                ("from_stakeholders", models.PositiveIntegerField(default=0)),
                ("from_internal", models.PositiveIntegerField(default=0)),
                ("stated_included", models.PositiveIntegerField(default=0)),
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
                        related_name="evidence_search",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence searches",
            },
        ),
        migrations.CreateModel(
            name="EvidenceSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("key", models.SlugField(max_length=60)),
                ("author", models.CharField(max_length=300)),
                ("year", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=500)),
                ("url", models.URLField(blank=True, max_length=500)),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("search", "Found by searching databases"),
                            ("stakeholder", "Suggested by a stakeholder"),
                            ("internal", "Suggested internally"),
                        ],
                        default="search",
                        max_length=20,
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
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence_sources",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["author", "year"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("topic", "key"), name="evidence_source_key_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Guideline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=30)),
                (
                    "edition",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="The year of this edition.", null=True
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=400)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "ordering": ["reference", "-edition"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reference", "edition"), name="guideline_edition_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DevelopmentSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_further",
                    models.BooleanField(
                        default=False,
                        help_text="A further source, beside the key development source.",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="development_sources",
                        to="topics.topic",
                    ),
                ),
                (
                    "guideline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="development_sources",
                        to="recommendations.guideline",
                    ),
                ),
            ],
            options={
                "ordering": ["is_further", "guideline__reference"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("topic", "guideline"), name="development_source_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GuidelineSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "guideline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="recommendations.guideline",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("guideline", "title"), name="section_title_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NotCovered",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("marked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="not_covered",
                        to="topics.improvementarea",
                    ),
                ),
                (
                    "marked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sub_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="not_covered",
                        to="topics.subarea",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "not covered",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "sub_area"), name="not_covered_once_a_sub_area"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sub_area", None)),
                        fields=("area",),
                        name="not_covered_once_an_area",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PracticeFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("text", models.TextField(blank=True)),
                ("none_found", models.BooleanField(default=False)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practice_findings",
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
                    "sub_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practice_findings",
                        to="topics.subarea",
                    ),
                ),
            ],
            options={
                "ordering": ["sub_area__position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "sub_area"), name="finding_once_a_sub_area"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sub_area", None)),
                        fields=("area",),
                        name="finding_once_an_area",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("none_found", True),
                            models.Q(("text", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="finding_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FindingCitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("paragraph", models.PositiveSmallIntegerField()),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="recommendations.evidencesource",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="recommendations.practicefinding",
                    ),
                ),
            ],
            options={
                "ordering": ["paragraph", "source__key"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("finding", "source", "paragraph"),
                        name="source_cited_once_in_a_paragraph",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20)),
                ("sort_key", models.CharField(editable=False, max_length=40)),
                ("text", models.TextField()),
                (
                    "strength",
                    models.CharField(
                        choices=[("offer", "Offer (strong)"), ("consider", "Consider (weaker)")],
                        default="offer",
                        max_length=20,
                    ),
                ),
                (
                    "is_key_priority",
                    models.BooleanField(
                        default=False, verbose_name="key priority for implementation"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "guideline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="recommendations.guideline",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="recommendations.guidelinesection",
                    ),
                ),
            ],
            options={
                "ordering": ["guideline", "sort_key"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("guideline", "number"), name="recommendation_number_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReasonNotSelected",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("reason", models.TextField()),
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reasons_not_selected",
                        to="topics.topic",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reasons_not_selected",
                        to="recommendations.recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "reasons not selected",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("topic", "recommendation"), name="reason_not_selected_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationHint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "place",
                    models.PositiveSmallIntegerField(help_text="1 for the nearest recommendation."),
                ),
                ("score", models.FloatField(help_text="Likeness, from 0 to 1.")),
                ("shared_terms", models.JSONField(default=list)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "area",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recommendation_hints",
                        to="topics.improvementarea",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hints",
                        to="recommendations.recommendation",
                    ),
                ),
            ],
            options={
                "ordering": ["place"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "place"), name="recommendation_hint_place_once"
                    ),
                    models.UniqueConstraint(
                        fields=("area", "recommendation"), name="recommendation_hint_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResearchRecommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField()),
                (
                    "guideline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="research_recommendations",
                        to="recommendations.guideline",
                    ),
                ),
            ],
            options={
                "ordering": ["guideline", "number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="research_numbers_from_one"
                    ),
                    models.UniqueConstraint(
                        fields=("guideline", "number"), name="research_recommendation_number_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SelectedRecommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("selected_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="selected_recommendations",
                        to="topics.improvementarea",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="selections",
                        to="recommendations.recommendation",
                    ),
                ),
                (
                    "research_recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="selections",
                        to="recommendations.researchrecommendation",
                    ),
                ),
                (
                    "selected_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sub_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="selected_recommendations",
                        to="topics.subarea",
                    ),
                ),
            ],
            options={
                "ordering": ["recommendation__sort_key", "research_recommendation__number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("recommendation", None), ("research_recommendation__isnull", False)
                            ),
                            models.Q(
                                ("recommendation__isnull", False), ("research_recommendation", None)
                            ),
                            _connector="OR",
                        ),
                        name="selects_one_recommendation",
                    ),
                    models.UniqueConstraint(
                        fields=("area", "sub_area", "recommendation"),
                        name="selected_once_a_sub_area",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sub_area", None)),
                        fields=("area", "recommendation"),
                        name="selected_once_an_area",
                    ),
                    models.UniqueConstraint(
                        fields=("area", "sub_area", "research_recommendation"),
                        name="research_selected_once_a_sub_area",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sub_area", None)),
                        fields=("area", "research_recommendation"),
                        name="research_selected_once_an_area",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceExclusion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=200)),
                ("papers", models.PositiveIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "search",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exclusions",
                        to="recommendations.evidencesearch",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("search", "position"), name="exclusion_position_once"
                    )
                ],
            },
        ),
    ]
