"""What one types in a form of the admin, in a browser, until its preview shows it."""

TITLE = "Un titre en cours"
TURNS = 30  # the preview follows the keys; the machine may be busy


def type_title(tab, is_shown):
    """Type `TITLE`, and more after it until `is_shown`, or until patience ends.

    A form is not watched yet when it opens: what is typed at once shows with what follows.
    """
    field = tab.locator("#id_title")
    field.fill(TITLE)
    for _ in range(TURNS):
        if is_shown():
            return
        tab.wait_for_timeout(1000)
        field.press_sequentially(".")
