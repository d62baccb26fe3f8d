"""How well facts are found: precision, recall and F1 by kind, against facts that a careful reader wrote."""

from kg.evaluate.cases import Case, cases
from kg.evaluate.figures import Figures, figures, total
from kg.evaluate.gold import distinct, gold, ranges, unfounded, within

__all__ = ["Case", "Figures", "cases", "distinct", "figures", "gold", "ranges", "total", "unfounded", "within"]
