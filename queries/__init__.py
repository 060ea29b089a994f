"""The questions: named Cypher files and how they are run."""
