"""Real servers for tests and benches: a PostgreSQL and an Elasticsearch in folders of their own.

Standard library only, so that `python -m tests.services` and `bench/` start them alike; the
fixtures are in `fixtures`.
"""
