"""What travels is compressed, in the best way that the visitor accepts."""

import gzip

import brotli
import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
    ],
)
def test_a_page_is_compressed_as_asked(client, fiche, accepted, encoding):
    response = client.get(fiche.url, headers={"Accept-Encoding": accepted})
    assert response["Content-Encoding"] == encoding
    assert response["Vary"].lower() == "accept-encoding"
    plain = {"gzip": gzip.decompress, "br": brotli.decompress}[encoding](response.content)
    assert fiche.title in plain.decode()
    assert int(response["Content-Length"]) == len(response.content) < len(plain)


@pytest.mark.parametrize("accepted", ["", "identity", "deflate", "x" * 5000])
def test_a_page_is_plain_for_who_accepts_nothing_else(client, fiche, accepted):
    response = client.get(fiche.url, headers={"Accept-Encoding": accepted})
    assert not response.has_header("Content-Encoding")
    assert fiche.title in response.content.decode()


def test_a_page_has_one_validator_whatever_its_compression(client, fiche, validator_of):
    etag = validator_of(fiche.url)
    answers = [
        client.get(fiche.url, headers={"Accept-Encoding": accepted})
        for accepted in ("", "gzip", "br", "zstd")
    ]
    assert {answer["ETag"] for answer in answers} == {etag}
    assert len({answer.content for answer in answers}) == len(answers)


def test_the_size_of_a_page_of_the_admin_tells_nothing(client, home):
    sizes = {
        len(str(client.get("/admin/login/", headers={"Accept-Encoding": "br"}).headers))
        for _ in range(10)
    }
    assert len(sizes) > 1
