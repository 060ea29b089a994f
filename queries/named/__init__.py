"""One Cypher file a question."""
