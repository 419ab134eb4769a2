"""The plugin keeps the contract of the hub."""

from django.test import TestCase

from hub.plugins.testing import PluginConformance


class TestQuoteWall(PluginConformance, TestCase):
    plugin = "quote_wall"
