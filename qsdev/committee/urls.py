"""Addresses of the committee's pages."""

app_name = "committee"
COMMITTEE = "topics/<slug:slug>/committee/"
urlpatterns = []
