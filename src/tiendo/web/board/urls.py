"""The addresses of the public pages."""

from django.urls import path

from tiendo.web.board import cascade, changes, documents, front, places, projects, ranks, scoreboard, target

urlpatterns = [
    path("", front.front, name="front"),
    path("plans/<slug:name>/", scoreboard.scoreboard, name="scoreboard"),
    path("plans/<slug:name>/targets/<path:code>/", target.target, name="target"),
    path("plans/<slug:name>/ranks/", ranks.ranks, name="ranks"),
    path("plans/<slug:name>/cascade/", cascade.cascade, name="cascade"),
    path("plans/<slug:name>/projects/", projects.projects, name="projects"),
    path("plans/<slug:name>/outline.geojson", places.outline, name="outline"),
    path("plans/<slug:name>/documents/", documents.documents, name="documents"),
    path("plans/<slug:name>/changes/", changes.changes, name="changes"),
]
