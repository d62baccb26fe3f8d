"""The SQL of lists that are complete as of their day: who is missing from one has left. ``{s}`` is the schema that is built."""

# Who is missing from a list that is complete, and stood in the last edition that listed him, has left by that day. The inference is
# a claim like any other, stated by the whole list; it says ``former``, so that the post ends between the two editions. It is made for
# every stretch of recorded time from the editions that stood in it, so that at each moment the graph shows what it would have shown
# had nothing been loaded later.
ABSENT = """
CREATE TABLE {s}.dated_edition AS
SELECT edition, source, version, rank, issued, complete, concat(opens(issued), ' ', edition) AS place, opens(issued) AS first_day,
       closes(issued) AS last_day, since, CASE WHEN until = '' THEN '{open}' ELSE until END AS until
FROM {s}.standing WHERE issued <> '' AND source IN (SELECT source FROM {s}.standing WHERE complete);

-- The next complete edition after each, in each stretch of recorded time. Stretches in which it is the same are one.
CREATE TABLE {s}.next_complete AS
SELECT source, edition, place, following, min(since) AS since, max(until) AS until FROM (
    SELECT n.*, sum(CASE WHEN n.since = n.reached THEN 0 ELSE 1 END) OVER (
        PARTITION BY n.edition, n.place, n.following ORDER BY n.since ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS island FROM (
        SELECT e.source, e.edition, e.place, t.since, t.until, min(c.place) AS following,
               lag(t.until) OVER (PARTITION BY e.edition, e.place, min(c.place) ORDER BY t.since) AS reached
        FROM (SELECT source, moment AS since, lead(moment) OVER (PARTITION BY source ORDER BY moment) AS until FROM (
                  SELECT source, since AS moment FROM {s}.dated_edition UNION SELECT source, until FROM {s}.dated_edition) m) t
        JOIN {s}.dated_edition e ON e.source = t.source AND e.since <= t.since AND e.until >= t.until
        JOIN {s}.dated_edition c ON c.source = t.source AND c.since <= t.since AND c.until >= t.until
         AND c.complete AND c.first_day > e.last_day
        GROUP BY e.source, e.edition, e.place, t.since, t.until) n) i
GROUP BY source, edition, place, following, island;

CREATE TABLE {s}.listed AS
SELECT s.id, r.class, e.source, r.edition, concat(opens(max(r.issued)), ' ', r.edition) AS place, r.recorded_from AS since,
       CASE WHEN r.recorded_to = '' THEN '{open}' ELSE r.recorded_to END AS until
FROM {s}.subject s
JOIN {s}.said_row r ON r.claim = s.claim AND r.recorded_from = s.recorded_from AND r.mention = ''
JOIN {s}.time_of o ON o.class = r.class AND o.terms
JOIN (SELECT DISTINCT edition, source FROM {s}.dated_edition) e ON e.edition = r.edition
GROUP BY s.id, r.class, e.source, r.edition, r.recorded_from, r.recorded_to
HAVING max(CASE WHEN r.property = 'former' AND r.meant = 'true' THEN 1 ELSE 0 END) = 0;

-- Where no later edition, up to the next complete one, lists him through all of the time.
CREATE TABLE {s}.unlisted AS
SELECT l.id, l.class, l.source, l.place, n.following, greatest(l.since, n.since) AS since, least(l.until, n.until) AS until
FROM {s}.listed l JOIN {s}.next_complete n ON n.edition = l.edition AND n.since < l.until AND n.until > l.since
WHERE NOT EXISTS (
    SELECT 1 FROM {s}.listed f WHERE f.id = l.id AND f.source = l.source AND f.place > l.place AND f.place <= n.following
    AND f.since <= greatest(l.since, n.since) AND f.until >= least(l.until, n.until));

-- The pieces of that time in which none does.
CREATE TABLE {s}.gone AS
SELECT id, class, source, following, min(since) AS since, max(until) AS until FROM (
    SELECT *, sum(CASE WHEN since <= reached THEN 0 ELSE 1 END) OVER (
        PARTITION BY id, following ORDER BY since, until ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS island FROM (
        SELECT *, max(until) OVER (
            PARTITION BY id, following ORDER BY since, until ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached FROM (
            SELECT id, class, source, place, following, moment AS since, lead(moment) OVER (
                PARTITION BY id, place, following, start ORDER BY moment) AS until FROM (
                SELECT id, class, source, place, following, since AS start, since AS moment FROM {s}.unlisted
                UNION SELECT id, class, source, place, following, since, until FROM {s}.unlisted
                UNION SELECT u.id, u.class, u.source, u.place, u.following, u.since, f.since FROM {s}.unlisted u JOIN {s}.listed f
                    ON f.id = u.id AND f.source = u.source AND f.place > u.place AND f.place <= u.following
                    AND f.since > u.since AND f.since < u.until
                UNION SELECT u.id, u.class, u.source, u.place, u.following, u.since, f.until FROM {s}.unlisted u JOIN {s}.listed f
                    ON f.id = u.id AND f.source = u.source AND f.place > u.place AND f.place <= u.following
                    AND f.until > u.since AND f.until < u.until) m) p
        WHERE until IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM {s}.listed f WHERE f.id = p.id AND f.source = p.source AND f.place > p.place AND f.place <= p.following
            AND f.since <= p.since AND f.until >= p.until)) r) i
GROUP BY id, class, source, following, island;

CREATE TABLE {s}.whole_list AS
SELECT d.edition, d.document, cast(d.value AS BIGINT) AS span_start, cast(e.value AS BIGINT) AS span_end, n.value AS quote,
       d.recorded_from AS since, CASE WHEN d.recorded_to = '' THEN '{open}' ELSE d.recorded_to END AS until
FROM {s}.claim_row d
JOIN {s}.claim_row e ON e.claim = d.claim AND e.recorded_from = d.recorded_from AND e.property = 'textEnd'
JOIN {s}.claim_row n ON n.claim = d.claim AND n.recorded_from = d.recorded_from AND n.property = 'name'
WHERE d.property = 'textStart' AND d.class = 'Document' AND d.edition IN (SELECT edition FROM {s}.dated_edition);

-- The list is quoted as it stood last in that time.
CREATE TABLE {s}.absent AS
SELECT g.id, substr(md5(concat('absent', chr(31), g.id, chr(31), c.edition)), 1, 20) AS claim, c.edition, g.class, c.issued,
       c.version, c.rank, min_by(w.document, w.span_start) AS document, min(w.span_start) AS span_start,
       min_by(w.span_end, w.span_start) AS span_end, min_by(w.quote, w.span_start) AS quote, g.since AS recorded_from,
       CASE WHEN g.until = '{open}' THEN '' ELSE g.until END AS recorded_to
FROM {s}.gone g
JOIN {s}.dated_edition c ON c.source = g.source AND c.place = g.following AND c.since < g.until AND c.until >= g.until
JOIN {s}.whole_list w ON w.edition = c.edition AND w.since < g.until AND w.until >= g.until
GROUP BY g.id, c.edition, g.class, c.issued, c.version, c.rank, g.since, g.until;

INSERT INTO {s}.claim_row (claim, edition, class, document, mention, kind, property, value, words, sort_key, span_start, span_end, further,
    spans, quote, page, sheet, sheet_row, sheet_columns, method, confidence, attested, attested_first, attested_last, recorded_from,
    recorded_to, version, rank, issued)
SELECT claim, edition, class, document, '', 'value', 'former', 'true', '', '', span_start, span_end, '',
    0, quote, 0, '', 0, '', 'inferred', 90, issued, opens(issued), closes(issued), recorded_from,
    recorded_to, version, rank, issued FROM {s}.absent;
INSERT INTO {s}.said_row
SELECT r.*, r.value FROM {s}.claim_row r JOIN {s}.absent a ON a.claim = r.claim AND a.recorded_from = r.recorded_from;
INSERT INTO {s}.subject SELECT claim, recorded_from, id FROM {s}.absent;
"""
