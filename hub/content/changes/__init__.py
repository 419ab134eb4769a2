"""What has changed since a moment: docs/api.md, « Tenir une copie à jour »."""
