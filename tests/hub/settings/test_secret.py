"""The secret key is made once and kept for its owner only."""

import stat

from hub.settings.secret import secret_key


def test_the_key_of_the_environment_wins(tmp_path, monkeypatch):
    monkeypatch.setenv("HUB_SECRET_KEY", "une clé")
    assert secret_key(tmp_path) == "une clé"
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_made_once_and_kept(tmp_path, monkeypatch):
    monkeypatch.delenv("HUB_SECRET_KEY", raising=False)
    made = secret_key(tmp_path)
    assert len(made) >= 50
    assert secret_key(tmp_path) == made
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
