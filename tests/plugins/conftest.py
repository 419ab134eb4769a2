"""Packages that are not ours: their own tests run in processes of their own."""

collect_ignore_glob = ["hub_*"]
