"""Who may touch the account of whom."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

REFUSED = "Le compte d’un responsable technique ne peut être modifié que par un autre."


def protect_superusers(request: HttpRequest, user: Any) -> HttpResponse | None:
    """Send back to the list somebody who opens the account of a superuser without being one.

    Without it, the role Administration could set a superuser's password and take its rights.
    None lets Wagtail go on (hook `before_edit_user`).
    """
    if not user.is_superuser or getattr(request.user, "is_superuser", False):
        return None
    messages.error(request, REFUSED)
    return redirect("wagtailusers_users:index")
