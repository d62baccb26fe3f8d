"""The command ``kg``: what is typed and what is seen. All work is done by the modules that it calls."""

from kg.cli.app import main

__all__ = ["main"]
