"""Where links lead."""

from django.urls import path

from hub.editing.sharing.views import shared_preview

urlpatterns = [path("<str:token>/", shared_preview, name="shared_preview")]
