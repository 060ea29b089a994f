"""From outside sources to records; this package knows no store and no picture."""
