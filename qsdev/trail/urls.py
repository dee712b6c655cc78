"""Addresses of the trail: statements, suggestions, recommendations, stakeholders, the appendix."""

from django.urls import path

from qsdev.trail.views import documents, trails

app_name = "trail"
TRAIL = "topics/<slug:slug>/trail/"
STAKEHOLDERS = f"{TRAIL}stakeholders/"
APPENDIX = f"{TRAIL}appendix/"
urlpatterns = [
    path(TRAIL, trails.trail_list, name="trail_list"),
    path(f"{TRAIL}statements/<int:number>/", trails.statement_trail, name="statement_trail"),
    path(f"{TRAIL}suggestions/<int:number>/", trails.suggestion_trail, name="suggestion_trail"),
    path(
        f"{TRAIL}recommendations/<int:pk>/",
        trails.recommendation_trail,
        name="recommendation_trail",
    ),
    path(STAKEHOLDERS, trails.stakeholder_trail_list, name="stakeholder_trail_list"),
    path(f"{STAKEHOLDERS}<int:pk>/", trails.stakeholder_trail, name="stakeholder_trail"),
    path(APPENDIX, documents.appendix_detail, name="appendix_detail"),
    path(f"{APPENDIX}build/", documents.appendix_build, name="appendix_build"),
    path(f"{APPENDIX}<slug:format>/", documents.appendix_download, name="appendix_download"),
]
