"""The SQL of lists that are complete as of their day: who is missing from one has left. ``{s}`` is the schema that is built."""

# Who is missing from a list that is complete, and stood in the last edition that listed him, has left by that day. The inference is
# a claim like any other, stated by the whole list; it says ``former``, so that the post ends between the two editions.
ABSENT = """
CREATE TABLE {s}.dated_edition AS
SELECT edition, source, issued, complete, since, dense_rank() OVER (PARTITION BY source ORDER BY opens(issued), edition) AS place
FROM {s}.standing WHERE until = '' AND issued <> '';

CREATE TABLE {s}.next_complete AS
SELECT e.edition, min(c.place) AS place FROM {s}.dated_edition e
JOIN {s}.dated_edition c ON c.source = e.source AND c.place > e.place AND c.complete AND opens(c.issued) > closes(e.issued)
GROUP BY e.edition;

CREATE TABLE {s}.listed AS
SELECT s.id, r.class, e.source, e.edition, e.place, max(r.recorded_from) AS recorded_from,
       lead(e.place) OVER (PARTITION BY s.id, e.source ORDER BY e.place) AS again
FROM {s}.subject s
JOIN {s}.said_row r ON r.claim = s.claim AND r.recorded_from = s.recorded_from AND r.recorded_to = '' AND r.mention = ''
JOIN {s}.time_of o ON o.class = r.class AND o.terms
JOIN {s}.dated_edition e ON e.edition = r.edition
WHERE e.source IN (SELECT source FROM {s}.dated_edition WHERE complete)
GROUP BY s.id, r.class, e.source, e.edition, e.place
HAVING max(CASE WHEN r.property = 'former' AND r.meant = 'true' THEN 1 ELSE 0 END) = 0;

CREATE TABLE {s}.whole_list AS
SELECT d.edition, min_by(d.document, cast(d.value AS BIGINT)) AS document, min(cast(d.value AS BIGINT)) AS span_start,
       min_by(cast(e.value AS BIGINT), cast(d.value AS BIGINT)) AS span_end, min_by(n.value, cast(d.value AS BIGINT)) AS quote,
       max(d.version) AS version, max(d.rank) AS rank
FROM {s}.claim_row d
JOIN {s}.claim_row e ON e.claim = d.claim AND e.recorded_from = d.recorded_from AND e.property = 'textEnd'
JOIN {s}.claim_row n ON n.claim = d.claim AND n.recorded_from = d.recorded_from AND n.property = 'name'
WHERE d.property = 'textStart' AND d.class = 'Document' AND d.recorded_to = ''
GROUP BY d.edition;

CREATE TABLE {s}.absent AS
SELECT l.id, substr(md5(concat('absent', chr(31), l.id, chr(31), c.edition)), 1, 20) AS claim, c.edition, l.class, w.document, w.span_start,
       w.span_end, w.quote, c.issued, w.version, w.rank,
       greatest(l.recorded_from, c.since, coalesce((
           SELECT max(r.recorded_to) FROM {s}.subject s JOIN {s}.said_row r ON r.claim = s.claim AND r.recorded_from = s.recorded_from
           WHERE s.id = l.id AND r.edition = c.edition), '')) AS recorded_from
FROM {s}.listed l JOIN {s}.next_complete n ON n.edition = l.edition AND (l.again IS NULL OR n.place < l.again)
JOIN {s}.dated_edition c ON c.source = l.source AND c.place = n.place
JOIN {s}.whole_list w ON w.edition = c.edition;

INSERT INTO {s}.claim_row (claim, edition, class, document, mention, kind, property, value, words, sort_key, span_start, span_end, further,
    spans, quote, page, sheet, sheet_row, sheet_columns, method, confidence, attested, attested_first, attested_last, recorded_from,
    recorded_to, version, rank, issued)
SELECT claim, edition, class, document, '', 'value', 'former', 'true', '', '', span_start, span_end, '',
    0, quote, 0, '', 0, '', 'inferred', 90, issued, opens(issued), closes(issued), recorded_from,
    '', version, rank, issued FROM {s}.absent;
INSERT INTO {s}.said_row
SELECT r.*, r.value FROM {s}.claim_row r JOIN {s}.absent a ON a.claim = r.claim;
INSERT INTO {s}.subject SELECT claim, recorded_from, id FROM {s}.absent;
"""
