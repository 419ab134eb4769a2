"""The admin of a site whose pages are shown by a front end: docs/headless.md."""
