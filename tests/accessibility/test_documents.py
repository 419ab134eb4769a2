"""A file says what it is before it is asked for (RGAA 4.1.2, 13.3 and 6.1)."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

FORMAT_AND_WEIGHT = re.compile(r"\([A-Z0-9]{2,5}, \d[\d,]*\s(?:octets?|[KMG]o)\)$")
ACCESSIBILITY = re.compile(r"Accessible|Non accessible|Accessibilité non évaluée")


def test_a_download_says_its_format_its_weight_and_whether_it_is_accessible(page, name):
    links = page.locator("a[href^='/documents/']").all()
    assert links or name not in {"publication_page", "standard_page"}
    for link in links:
        assert FORMAT_AND_WEIGHT.search(link.inner_text().strip())
        assert ACCESSIBILITY.search(link.locator("..").inner_text())
