"""From a statement's text to claims and refusals."""
