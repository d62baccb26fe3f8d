"""Union Graph: a knowledge graph of Chinese trade unions, each fact with the characters that state it."""

__version__ = "0.1.0"
