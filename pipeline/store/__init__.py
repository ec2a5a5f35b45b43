"""The knowledge base itself: its tables, its only writer, and read-only ways in."""
