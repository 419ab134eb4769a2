"""How a wanted change of a committed schema is accepted."""


def pytest_addoption(parser):
    """Add `--accept-schemas`: write what the code gives in the place of the committed schema."""
    parser.addoption("--accept-schemas", action="store_true", default=False)
