"""Advice on the content of a page while it is written: each rule says why and how."""
