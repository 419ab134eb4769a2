"""The addresses of lists with the suffixes that there are."""

import re

from django.urls import re_path

from hub.plugins.registry import contributed_representations
from search.representations.views import represented

_suffixes = "|".join(re.escape(one.suffix) for one in contributed_representations().declared)

urlpatterns = (
    [re_path(rf"^(?P<path>[-\w]+(?:/[-\w]+)*)\.(?P<suffix>{_suffixes})$", represented)]
    if _suffixes
    else []
)
