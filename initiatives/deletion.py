"""What is in use is not deleted: a sentence instead of an error page."""

from collections.abc import Iterable

from django.contrib import messages
from django.db import models
from django.db.models.deletion import Collector, ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse


def what_protects(instance: models.Model) -> list[models.Model]:
    """Return the objects that forbid the deletion of `instance`; none when it may go."""
    collector = Collector(using=instance._state.db or "default", origin=instance)  # noqa: SLF001
    try:
        collector.collect([instance])
    except ProtectedError as refusal:
        return list(refusal.protected_objects)
    return []


def refuse_deletion_in_use(
    request: HttpRequest, instances: Iterable[models.Model]
) -> HttpResponse | None:
    """Send the editor back to the list when one of the snippets is in use.

    Answers None, which lets Wagtail go on, when all may be deleted.
    """
    for instance in instances:
        uses = what_protects(instance)
        if uses:
            sample = ", ".join(f"« {use} »" for use in uses[:3])
            messages.error(
                request,
                f"« {instance} » est utilisé {len(uses)} fois ({sample}) : retirez-le d’abord de "
                "là où il sert.",
            )
            return _to_the_list(instance)
    return None


def _to_the_list(instance: models.Model) -> HttpResponseRedirect:
    viewset = getattr(type(instance), "snippet_viewset", None)
    name = viewset.get_url_name("list") if viewset else "wagtailadmin_home"
    return redirect(reverse(name))
