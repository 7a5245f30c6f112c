"""The addresses of the desk."""

from django.urls import path

from tiendo.web.desk import inbox

urlpatterns = [
    path("<slug:name>/inbox/", inbox.inbox, name="inbox"),
    path("<slug:name>/inbox/<int:number>/", inbox.report, name="report"),
    path("<slug:name>/inbox/<int:number>/original", inbox.original, name="original"),
    path("<slug:name>/inbox/<int:number>/claims/<int:claim>/", inbox.decide, name="decide"),
    path("<slug:name>/inbox/<int:number>/undo/<int:decision>/", inbox.undo, name="undo"),
]
