"""Public addresses of the door."""

from django.urls import path

from initiatives.door import views

app_name = "door"
urlpatterns = [
    path("signaler-une-initiative/envoi/", views.propose, name="propose"),
    path("initiatives/<slug:slug>/signaler/", views.report, name="report"),
    path("signalements/<uuid:uid>/", views.receipt, name="receipt"),
]
