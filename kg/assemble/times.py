"""The SQL of time: when things hold, and what was shown of them at an earlier recorded moment. ``{s}`` is the schema built.

A thing's recorded time falls into stretches, within each of which the same claims stand. What holds when is worked out for each
stretch by the same statements; the last one is what the graph shows, the earlier ones are kept in ``told``.
"""

EDGES = {"first": "0001-01-01", "last": "9999-12-31", "open": "9999-12-31T23:59:59Z"}
"""What stands where a thing has no first or last day, and where its recorded time is open: text that compares as it should."""

MACROS = """
CREATE MACRO month_of(d) AS CASE WHEN d LIKE '____-Q_' THEN concat(left(d, 5),
    CASE right(d, 1) WHEN '1' THEN '03' WHEN '2' THEN '06' WHEN '3' THEN '09' ELSE '12' END) ELSE d END;
CREATE MACRO opens(d) AS CASE WHEN d LIKE '____' OR d LIKE '____/%' THEN concat(left(d, 4), '-01-01')
    WHEN d LIKE '____-Q_' THEN concat(left(d, 5), CASE right(d, 1) WHEN '1' THEN '01' WHEN '2' THEN '04' WHEN '3'
        THEN '07' ELSE '10' END, '-01')
    WHEN d LIKE '____-__' THEN concat(d, '-01') ELSE d END;
CREATE MACRO closes(d) AS CASE WHEN d LIKE '____/..' THEN '9999-12-31'
    WHEN d LIKE '____' OR d LIKE '____/____' THEN concat(right(d, 4), '-12-31')
    WHEN d LIKE '____-__' THEN cast(last_day(cast(concat(month_of(d), '-01') AS DATE)) AS VARCHAR) ELSE d END;
CREATE MACRO day_before(d) AS cast(cast(d AS DATE) - 1 AS VARCHAR);
CREATE MACRO day_after(d) AS cast(cast(d AS DATE) + 1 AS VARCHAR);
"""

TABLES = """
CREATE TABLE {s}.begins (class VARCHAR, property VARCHAR, place BIGINT, many BOOLEAN);
CREATE TABLE {s}.time_of (class VARCHAR, ends VARCHAR, during VARCHAR, since VARCHAR, momentary BOOLEAN, terms BOOLEAN, is_fact BOOLEAN);
CREATE TABLE {s}.time_value (id VARCHAR, since VARCHAR, until VARCHAR, property VARCHAR, value VARCHAR);
CREATE TABLE {s}.told_row (id VARCHAR, property VARCHAR, value VARCHAR, since VARCHAR, until VARCHAR);
"""
