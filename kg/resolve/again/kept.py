"""What is kept of resolving from one build to the next, and the query of each table in the schema ``{s}`` of a whole build.

Numbers of mentions and names are of one build alone, so here mentions stand by their ids and names by their folded forms.
"""

from __future__ import annotations

from collections.abc import Mapping

PEOPLE: Mapping[str, str] = {
    "person": """SELECT p.mention, f.form, t.issued, t.edition, p.document, p.gender, p.birth, p.key FROM {s}.person p
        JOIN {s}.name_form f ON f.n = p.n JOIN {s}.mention t ON t.mention = p.mention""",
    "item": """SELECT p.mention, f.form, i.kind, i.value, i.seat, i.first, i.last FROM {s}.item i JOIN {s}.person p ON p.m = i.m
        JOIN {s}.name_form f ON f.n = i.n""",
    "life": "SELECT p.mention, l.first, l.last, l.cited FROM {s}.life l JOIN {s}.person p ON p.m = l.m",
}
"""What is known of each mention of a person."""

SCORED = """SELECT x.mention AS a, y.mention AS b, s.points FROM {s}.scored s
    JOIN {s}.person x ON x.m = s.a JOIN {s}.person y ON y.m = s.b"""

SLIP_KEYS = "SELECT f.form, left(md5(k.key), 12) AS key FROM {s}.slip_key k JOIN {s}.name_form f ON f.n = k.n"
"""The keys of slips are names, one character left out, so they are kept as hashes: such a name may be one that was forgotten."""

RESOLVED: Mapping[str, str] = {
    "spoken": "FROM {s}.spoken",
    "namesake": "FROM {s}.namesake",
    "organization": "FROM {s}.organization",
    "renaming": "FROM {s}.renaming",
    "joined": "FROM {s}.joined",
    "activity_block": "FROM {s}.activity_block",
    **PEOPLE,
    "name_form": "SELECT f.form, f.frequency, b.bearers, f.weight FROM {s}.name_form f JOIN {s}.borne b ON b.n = f.n",
    "slip_key": SLIP_KEYS,
    "weight": "FROM {s}.weight",
    "scored": SCORED,
    "cluster": "FROM {s}.cluster",
}
"""All of it."""

REPLACED: Mapping[str, tuple[str, str]] = {
    "spoken": ("true", "FROM now.spoken"),
    "namesake": ("name IN (FROM now.renewed)", "FROM now.namesake WHERE name IN (FROM now.renewed)"),
    "organization": ("name IN (FROM now.renewed)", "FROM now.new_organization"),
    "renaming": ("edition IN (FROM changed_edition)", "FROM fresh.renaming"),
    "joined": ("old IN (SELECT id FROM now.stirred)", "FROM few.joined"),
    "activity_block": ("mention IN (SELECT mention FROM now.old_mention)", "FROM fresh.activity_block"),
    "person": ("mention IN (FROM who.stirred)", "FROM now.new_person"),
    "item": ("mention IN (FROM who.stirred)", "FROM now.new_item"),
    "life": ("mention IN (FROM who.stirred)", "FROM now.new_life"),
    "name_form": ("form IN (FROM now.stirred_form)", "FROM now.new_name_form"),
    "slip_key": ("form IN (FROM now.stirred_form)", "FROM now.new_slip_key"),
    "weight": ("(kind, value) IN (FROM now.asked_item)", "FROM now.new_weight"),
    "scored": ("a IN (FROM who.stirred) OR b IN (FROM who.stirred) OR (a, b) IN (FROM now.stale)", "FROM now.new_scored"),
    "cluster": ("mention IN (FROM now.reclustered)", "FROM few.cluster"),
}
"""After resolving again: which rows of a table go, and which come."""
