"""The plugin that comes with the hub keeps the same contract as those of others."""

from django.test import TestCase

from hub.plugins.testing import PluginConformance


class TestLinkedData(PluginConformance, TestCase):
    plugin = "linked_data"
