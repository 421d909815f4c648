"""Widgets: layout, paint, hit-test, keyboard, menus."""
