"""Pure functions over text: counting, entities, HTML, searches."""
