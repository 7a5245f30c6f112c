"""The addresses of the desk."""

from django.urls import path

from tiendo.web.desk import (
    approvals,
    components,
    drafts,
    findings,
    forms,
    inbox,
    load,
    log,
    people,
    periods,
    review,
    work,
    works,
)

urlpatterns = [
    path("components", components.components, name="components"),
    path("load", load.load, name="load"),
    path("<slug:name>/", work.mine, name="today"),
    path("<slug:name>/inbox/", inbox.inbox, name="inbox"),
    path("<slug:name>/inbox/<int:number>/", inbox.report, name="report"),
    path("<slug:name>/inbox/<int:number>/original", inbox.original, name="original"),
    path("<slug:name>/inbox/<int:number>/claims/<int:claim>/", inbox.decide, name="decide"),
    path("<slug:name>/inbox/<int:number>/undo/<int:decision>/", inbox.undo, name="undo"),
    path("<slug:name>/forms/", forms.forms, name="forms"),
    path("<slug:name>/forms/<str:unit>/<path:code>/workbook", forms.workbook, name="workbook"),
    path("<slug:name>/forms/<str:unit>/<path:code>/", forms.form, name="form"),
    path("<slug:name>/approvals/", approvals.approvals, name="approvals"),
    path("<slug:name>/figures/<int:number>/", approvals.figure, name="figure"),
    path("<slug:name>/evidence/<int:number>", approvals.evidence, name="evidence"),
    path("<slug:name>/periods/", periods.periods, name="periods"),
    path("<slug:name>/findings/", findings.findings, name="findings"),
    path("<slug:name>/review/", review.review, name="review"),
    path("<slug:name>/drafts/<int:number>/", drafts.draft, name="draft"),
    path("<slug:name>/drafts/<int:number>/history", drafts.draft_history, name="draft_history"),
    path("<slug:name>/drafts/<int:number>/files/<str:kind>", drafts.draft_file, name="draft_file"),
    path("<slug:name>/works/", works.works, name="works"),
    path("<slug:name>/log/", log.log, name="log"),
    path("<slug:name>/accounts/", people.accounts, name="accounts"),
    path("<slug:name>/tokens/", people.tokens, name="tokens"),
]
