"""The look of a programme: colours whose contrast is checked, fonts, one stylesheet.

`docs/theming.md` lists the custom properties and says how one CSS file replaces everything.
"""
