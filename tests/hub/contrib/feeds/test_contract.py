"""The plugin that comes with the hub keeps the same contract as those of others."""

from django.test import TestCase

from hub.plugins.testing import PluginConformance


class TestFeeds(PluginConformance, TestCase):
    plugin = "feeds"
