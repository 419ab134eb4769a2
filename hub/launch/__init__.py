"""What the Makefile's targets do: environment, site, tests, checks.

`__main__` and what it imports run before the environment exists: standard library only.
`site`, `prepare`, `serve` and `skeleton` run inside it.
"""
