"""The variables that name the Elasticsearch of search."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from hub.settings.search import SearchServer, search_server

URL = "HUB_SEARCH_URL"


def test_without_an_address_there_is_no_server():
    assert search_server({}) is None
    assert search_server({URL: " , ", "HUB_SEARCH_SHARDS": "many"}) is None


def test_several_addresses_share_one_user():
    servers = "https://hub:mot%40passe@a.example.org:9200/es/, https://b.example.org"

    assert search_server({URL: servers}) == SearchServer(
        nodes=("https://a.example.org:9200/es", "https://b.example.org:443"),
        user="hub",
        password="mot@passe",
    )


def test_everything_else_has_its_variable(tmp_path):
    authority = tmp_path / "ca.pem"
    authority.write_text("")
    given = {
        URL: "https://[::1]:9200", "HUB_SEARCH_CA": str(authority), "HUB_SEARCH_API_KEY": "key",
        "HUB_SEARCH_PREFIX": "hub-essai", "HUB_SEARCH_SHARDS": "3", "HUB_SEARCH_REPLICAS": "2",
        "HUB_SEARCH_SECONDS": "1.5",
    }  # fmt: skip

    assert search_server(given) == SearchServer(
        ("https://[::1]:9200",), api_key="key", ca=str(authority), prefix="hub-essai",
        shards=3, replicas=2, seconds=1.5,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({URL: "es:9200"}, URL),
        ({URL: "ftp://es"}, URL),
        ({URL: "http://"}, URL),
        ({URL: "http://u:secret@es:port"}, URL),
        ({URL: "http://u:secret@["}, URL),
        ({URL: "http://u:secret@es?pretty"}, URL),
        ({URL: "http://u:secret@a,http://v:secret@b"}, URL),
        ({URL: "http://u:secret@es", "HUB_SEARCH_API_KEY": "secret"}, "HUB_SEARCH_API_KEY"),
        ({URL: "https://es", "HUB_SEARCH_CA": "/nowhere.pem"}, "HUB_SEARCH_CA"),
        ({URL: "http://es", "HUB_SEARCH_CA": __file__}, "HUB_SEARCH_CA"),
        ({URL: "http://es", "HUB_SEARCH_PREFIX": "Hub"}, "HUB_SEARCH_PREFIX"),
        ({URL: "http://es", "HUB_SEARCH_PREFIX": "*"}, "HUB_SEARCH_PREFIX"),
        ({URL: "http://es", "HUB_SEARCH_SHARDS": "0"}, "HUB_SEARCH_SHARDS"),
        ({URL: "http://es", "HUB_SEARCH_REPLICAS": "-1"}, "HUB_SEARCH_REPLICAS"),
        ({URL: "http://es", "HUB_SEARCH_SECONDS": "soon"}, "HUB_SEARCH_SECONDS"),
        ({URL: "http://es", "HUB_SEARCH_SECONDS": "0"}, "HUB_SEARCH_SECONDS"),
    ],
)
def test_anything_else_is_refused_by_its_name_without_showing_a_secret(given, named):
    with pytest.raises(ImproperlyConfigured, match=named) as refused:
        search_server(given)
    assert "secret" not in str(refused.value)
