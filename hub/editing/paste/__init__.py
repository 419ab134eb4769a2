"""What an editor pastes: cleaned in the browser, its pictures kept in the library."""
