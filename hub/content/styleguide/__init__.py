"""The style guide: every component and block of the public site, live, for who draws or reviews.

Each application shows its own in its module `specimens`: see docs/styleguide.md.
"""
