"""The settings of the hub's tests, with this plugin enabled."""

import os

os.environ["HUB_TEST_PLUGINS"] = "video,quote_wall"
os.environ["HUB_QUOTE_WALL_SOURCE"] = "Rally’nov"

from hub.settings.test import *  # noqa: F403
