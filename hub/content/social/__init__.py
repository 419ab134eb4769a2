"""The image that stands for a page where its address is shared, drawn by the site itself."""
