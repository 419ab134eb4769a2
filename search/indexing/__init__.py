"""The life of the index: pages become documents, changes reach it, it is rebuilt and checked."""
