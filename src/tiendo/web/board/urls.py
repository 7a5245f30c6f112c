"""The addresses of the public pages."""

from django.urls import path

from tiendo.web.board import views

urlpatterns = [
    path("", views.front, name="front"),
    path("plans/<slug:name>/", views.scoreboard, name="scoreboard"),
]
