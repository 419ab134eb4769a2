"""Build-time only: makes `data/gazetteer.json` from two public packages. See README.md."""
