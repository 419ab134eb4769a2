"""What keeps an editor's work safe and easy, whatever the type of the page."""
