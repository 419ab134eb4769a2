"""Links that show the draft of one page to somebody who has no account: docs/preview-links.md."""
