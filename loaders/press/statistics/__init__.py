"""Figures in running text: quantities, the time that they are of, what was counted and whose they are."""
