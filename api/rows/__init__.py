"""Rows for dashboards: named queries in ``api/queries`` as bare JSON arrays and CSV, flat, typed, in a stable order."""

from api.rows.routes import routes

__all__ = ["routes"]
