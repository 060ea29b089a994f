"""What the extractor knows of the language of diplomacy, as YAML."""
