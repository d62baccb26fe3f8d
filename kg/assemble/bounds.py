"""The SQL of bounds: on which days a thing is not excluded, and on which it is certain, for each stretch of recorded time.

``{s}`` is the schema that is built. The days of a term run from the first that its start may mean to the last that its end may mean;
it is certain between the last that its start may mean and the first that its end may mean. A source that shows it in November shows
it on some day of November, so that its days count in the same way: what two issues show is certain between them.
"""

BOUNDS = """
CREATE TABLE {s}.time_claim AS
SELECT n.id, n.class, r.claim, r.recorded_from, CASE WHEN max(r.recorded_to) = '' THEN '{open}' ELSE max(r.recorded_to) END AS upto,
       coalesce(min(CASE WHEN b.place = 0 THEN r.meant END), min(CASE WHEN b.place = 1 THEN r.meant END), '') AS starts,
       CASE WHEN min(b.place) = 0 THEN 0 ELSE 1 END AS place,
       coalesce(max(CASE WHEN r.kind = 'value' AND r.property = o.ends THEN r.meant END), '') AS ends,
       coalesce(max(CASE WHEN o.terms AND r.property = 'former' THEN r.meant END), '') AS former,
       max(r.attested) AS attested, max(r.attested_first) AS attested_first, max(r.attested_last) AS attested_last,
       max(r.rank) AS rank, max(r.issued) AS issued, max(r.spans) AS spans
FROM {s}.node n JOIN {s}.time_of o ON o.class = n.class
JOIN {s}.subject s ON s.id = n.id
JOIN {s}.said_row r ON r.claim = s.claim AND r.recorded_from = s.recorded_from
LEFT JOIN {s}.begins b ON b.class = n.class AND b.property = r.property AND r.kind = 'value'
GROUP BY n.id, n.class, r.claim, r.recorded_from;

CREATE TABLE {s}.company AS
SELECT r.id, r.meant AS activity, r.property = o.since AS since_only FROM {s}.ranked r
JOIN {s}.node n ON n.id = r.id JOIN {s}.time_of o ON o.class = n.class
WHERE r.kind = 'party' AND r.place = 1 AND (r.property = o.during OR r.property = o.since);

CREATE TABLE {s}.stretch AS
SELECT id, since, until FROM (
    SELECT id, moment AS since, lead(moment) OVER (PARTITION BY id ORDER BY moment) AS until FROM (
        SELECT id, recorded_from AS moment FROM {s}.time_claim UNION SELECT id, upto FROM {s}.time_claim
        UNION SELECT a.id, c.recorded_from FROM {s}.company a JOIN {s}.time_claim c ON c.id = a.activity
        UNION SELECT a.id, c.upto FROM {s}.company a JOIN {s}.time_claim c ON c.id = a.activity) m) t
WHERE until IS NOT NULL;

CREATE TABLE {s}.time_at AS
SELECT t.since, t.until, c.* FROM {s}.stretch t
JOIN {s}.time_claim c ON c.id = t.id AND c.recorded_from <= t.since AND c.upto >= t.until;

CREATE TABLE {s}.time_thing AS SELECT DISTINCT id, since, until, class FROM {s}.time_at;

-- Starts: of a class with terms those that no finer one lies within, each a term; of others the best one.
CREATE TABLE {s}.start_value AS
SELECT id, since, class, starts, min(place) AS place, max(rank) AS rank, max(issued) AS issued, sum(spans) AS spans
FROM {s}.time_at WHERE starts <> '' GROUP BY id, since, class, starts;

CREATE TABLE {s}.start_kept AS
SELECT v.id, v.since, v.starts, true AS terms FROM {s}.start_value v JOIN {s}.time_of o ON o.class = v.class AND o.terms
WHERE NOT EXISTS (SELECT 1 FROM {s}.start_value w WHERE w.id = v.id AND w.since = v.since AND w.starts <> v.starts
                  AND opens(w.starts) >= opens(v.starts) AND closes(w.starts) <= closes(v.starts))
UNION ALL
SELECT id, since, starts, false FROM (
    SELECT v.id, v.since, v.starts, row_number() OVER (PARTITION BY v.id, v.since ORDER BY v.place,
        CASE WHEN b.many THEN opens(v.starts) ELSE '' END, v.rank DESC, v.issued DESC, v.spans DESC, v.starts) AS best
    FROM {s}.start_value v JOIN {s}.time_of o ON o.class = v.class AND NOT o.terms
    JOIN (SELECT class, bool_or(many) AS many FROM {s}.begins GROUP BY class) b ON b.class = v.class) p WHERE best = 1;

-- Ends: with the start that they are stated with, else with the latest start before them that has none.
CREATE TABLE {s}.end_stated AS
SELECT a.id, a.since, k.starts, a.ends, max(a.rank) AS rank, max(a.issued) AS issued, sum(a.spans) AS spans
FROM {s}.time_at a
JOIN {s}.start_kept k ON k.id = a.id AND k.since = a.since
 AND (NOT k.terms OR (a.starts <> '' AND opens(k.starts) >= opens(a.starts) AND closes(k.starts) <= closes(a.starts)))
WHERE a.ends <> '' GROUP BY a.id, a.since, k.starts, a.ends;

CREATE TABLE {s}.end_alone AS
SELECT a.id, a.since, a.ends, max(a.rank) AS rank, max(a.issued) AS issued, sum(a.spans) AS spans,
       max_by(k.starts, concat(opens(k.starts), k.starts)) AS starts, o.terms
FROM {s}.time_at a JOIN {s}.time_of o ON o.class = a.class
LEFT JOIN {s}.start_kept k ON k.id = a.id AND k.since = a.since AND opens(k.starts) <= closes(a.ends)
WHERE a.starts = '' AND a.ends <> ''
  AND (o.terms OR NOT EXISTS (SELECT 1 FROM {s}.start_kept p WHERE p.id = a.id AND p.since = a.since))
GROUP BY a.id, a.since, a.ends, o.terms;

CREATE TABLE {s}.end_kept AS
SELECT id, since, starts, ends, row_number() OVER (PARTITION BY id, since, starts ORDER BY rank DESC, issued DESC, spans DESC, ends) AS best
FROM (FROM {s}.end_stated UNION ALL
      SELECT id, since, starts, ends, rank, issued, spans FROM {s}.end_alone a WHERE starts IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM {s}.end_stated e WHERE e.id = a.id AND e.since = a.since AND e.starts = a.starts)) c;

CREATE TABLE {s}.term AS
SELECT k.id, k.since, k.starts, coalesce(e.ends, '') AS ends FROM {s}.start_kept k
LEFT JOIN {s}.end_kept e ON e.id = k.id AND e.since = k.since AND e.starts = k.starts AND e.best = 1
UNION ALL
SELECT a.id, a.since, '', a.ends FROM (
    SELECT *, row_number() OVER (PARTITION BY id, since ORDER BY rank DESC, issued DESC, spans DESC, ends) AS best FROM {s}.end_alone) a
LEFT JOIN {s}.end_kept e ON e.id = a.id AND e.since = a.since AND e.starts = a.starts AND e.best = 1
WHERE (a.terms OR a.best = 1) AND (a.starts IS NULL OR closes(e.ends) < opens(a.ends) OR opens(e.ends) > closes(a.ends));

-- Every term as days: not excluded from lo to hi, certain between its latest start and its earliest end; what is of a period (one
-- property begins and ends it) is of the whole of it.
CREATE TABLE {s}.term_days AS
SELECT t.id, t.since, t.starts, t.ends, CASE WHEN t.starts = '' THEN '{first}' ELSE opens(t.starts) END AS lo,
       CASE WHEN t.ends <> '' THEN closes(t.ends) WHEN o.momentary AND t.starts <> '' THEN closes(t.starts) ELSE '{last}' END AS hi,
       CASE WHEN t.starts <> '' THEN CASE WHEN p.class IS NULL THEN closes(t.starts) ELSE opens(t.starts) END END AS surely_from,
       CASE WHEN t.ends <> '' THEN CASE WHEN p.class IS NULL THEN opens(t.ends) ELSE closes(t.ends) END
            WHEN o.momentary AND t.starts <> '' THEN opens(t.starts) END AS surely_to
FROM {s}.term t JOIN {s}.time_thing h ON h.id = t.id AND h.since = t.since JOIN {s}.time_of o ON o.class = h.class
LEFT JOIN {s}.begins p ON p.class = o.class AND p.property = o.ends;

CREATE TABLE {s}.borrowed AS
SELECT h.id, h.since, '' AS starts, '' AS ends, d.lo, CASE WHEN a.since_only THEN '{last}' ELSE d.hi END AS hi, d.surely_from,
       CASE WHEN NOT a.since_only THEN d.surely_to END AS surely_to
FROM {s}.time_thing h JOIN {s}.company a ON a.id = h.id
JOIN {s}.time_thing t ON t.id = a.activity AND t.since <= h.since AND t.until >= h.until
JOIN {s}.term_days d ON d.id = t.id AND d.since = t.since;
INSERT INTO {s}.term_days FROM {s}.borrowed;

-- Where a source shows a fact as holding: not as former, and not in a date that lies outside the term which the place itself states.
CREATE TABLE {s}.shown_on AS
SELECT a.id, a.since, a.attested, a.attested_first, a.attested_last, a.starts = '' AND a.ends = '' AS undated
FROM {s}.time_at a JOIN {s}.time_of o ON o.class = a.class
WHERE o.is_fact AND a.attested <> '' AND a.former <> 'true'
  AND NOT (o.terms AND a.ends <> '' AND closes(a.ends) < a.attested_first)
  AND NOT (o.terms AND a.starts <> '' AND opens(a.starts) > a.attested_last);

CREATE TABLE {s}.attested AS
SELECT id, since, min_by(attested, concat(attested_first, attested)) AS first_shown,
       max_by(attested, concat(attested_last, attested)) AS last_shown,
       max(attested_last) AS last_day FROM {s}.shown_on GROUP BY id, since;

-- A thing is left by the day on which a source calls it former, unless one shows it as holding later, or its latest term begins later.
CREATE TABLE {s}.left_by AS
SELECT a.id, a.since, min(a.attested_last) AS day FROM {s}.time_at a
LEFT JOIN {s}.attested h ON h.id = a.id AND h.since = a.since
LEFT JOIN (SELECT id, since, max(lo) AS lo FROM {s}.term_days GROUP BY id, since) t ON t.id = a.id AND t.since = a.since
WHERE a.former = 'true' AND a.attested <> '' AND a.attested_last >= coalesce(h.last_day, '') AND a.attested_last >= coalesce(t.lo, '')
GROUP BY a.id, a.since;

-- What lies between the terms, before and after them: excluded, unless a source shows the thing there without a date of its own.
CREATE TABLE {s}.gap AS
SELECT id, since, lo, hi, inner_gap FROM (
    SELECT id, since, day_after(reached) AS lo, day_before(lo) AS hi, true AS inner_gap FROM (
        SELECT id, since, lo, max(hi) OVER (PARTITION BY id, since ORDER BY lo, hi ROWS BETWEEN UNBOUNDED PRECEDING
            AND 1 PRECEDING) AS reached
        FROM {s}.term_days) i WHERE reached < '{last}' AND lo > '{first}' AND reached < lo
    UNION ALL SELECT id, since, '{first}', day_before(min(lo)), false FROM {s}.term_days GROUP BY id, since HAVING min(lo) > '{first}'
    UNION ALL SELECT id, since, day_after(max(hi)), '{last}', false FROM {s}.term_days GROUP BY id, since HAVING max(hi) < '{last}') g
WHERE lo <= hi;

CREATE TABLE {s}.gap_kept AS
SELECT g.* FROM {s}.gap g JOIN {s}.time_thing h ON h.id = g.id AND h.since = g.since JOIN {s}.time_of o ON o.class = h.class AND o.terms
WHERE EXISTS (SELECT 1 FROM {s}.shown_on a WHERE a.id = g.id AND a.since = g.since AND a.undated
              AND a.attested_first >= g.lo AND a.attested_last <= g.hi);

CREATE TABLE {s}.piece AS
SELECT id, since, lo, hi, surely_from, surely_to FROM {s}.term_days
UNION ALL SELECT id, since, lo, hi, NULL, NULL FROM {s}.gap_kept
UNION ALL SELECT id, since, '{first}', '{last}', NULL, NULL FROM {s}.time_thing h
WHERE NOT EXISTS (SELECT 1 FROM {s}.term_days d WHERE d.id = h.id AND d.since = h.since);

CREATE TABLE {s}.certain AS
SELECT id, since, greatest(lo, from_day) AS from_day, least(hi, to_day, coalesce(day, hi)) AS to_day FROM (
    SELECT p.id, p.since, p.lo, p.hi, l.day, coalesce(least(p.surely_from, min(a.attested_last)), p.surely_to) AS from_day,
           coalesce(greatest(p.surely_to, max(a.attested_first)), p.surely_from) AS to_day
    FROM {s}.piece p LEFT JOIN {s}.left_by l ON l.id = p.id AND l.since = p.since
    LEFT JOIN {s}.shown_on a ON a.id = p.id AND a.since = p.since AND a.attested_first <= p.hi AND a.attested_last >= p.lo
    GROUP BY p.id, p.since, p.lo, p.hi, l.day, p.surely_from, p.surely_to) c
WHERE from_day IS NOT NULL;

CREATE TABLE {s}.latest_term AS
SELECT t.id, t.since, t.starts, t.ends FROM (
    SELECT d.*, row_number() OVER (PARTITION BY d.id, d.since ORDER BY d.lo DESC, d.hi DESC, d.starts, d.ends) AS best
        FROM {s}.term_days d) t
JOIN {s}.time_thing h ON h.id = t.id AND h.since = t.since JOIN {s}.time_of o ON o.class = h.class AND o.terms
WHERE t.best = 1;

INSERT INTO {s}.time_value
SELECT v.id, v.since, h.until, v.property, v.value FROM (
    SELECT id, since, 'possibleFrom' AS property, min(lo) AS value FROM {s}.piece GROUP BY id, since
    UNION ALL SELECT p.id, p.since, 'possibleTo', least(max(p.hi), coalesce(max(l.day), max(p.hi))) FROM {s}.piece p
    LEFT JOIN {s}.left_by l ON l.id = p.id AND l.since = p.since GROUP BY p.id, p.since
    UNION ALL SELECT id, since, 'excludedDays', concat(lo, '/', hi) FROM {s}.gap g
    WHERE inner_gap AND NOT EXISTS (SELECT 1 FROM {s}.gap_kept k WHERE k.id = g.id AND k.since = g.since AND k.lo = g.lo)
    UNION ALL SELECT DISTINCT id, since, 'certainDays', concat(from_day, '/', to_day) FROM {s}.certain WHERE from_day <= to_day
    UNION ALL SELECT id, since, 'attestedFrom', first_shown FROM {s}.attested
    UNION ALL SELECT id, since, 'attestedTo', last_shown FROM {s}.attested
    UNION ALL SELECT id, since, 'start', starts FROM {s}.latest_term WHERE starts <> ''
    UNION ALL SELECT id, since, 'end', ends FROM {s}.latest_term WHERE ends <> ''
    UNION ALL SELECT DISTINCT t.id, t.since, 'terms', concat(t.starts, '..', t.ends) FROM {s}.term t
    JOIN {s}.time_thing h ON h.id = t.id AND h.since = t.since JOIN {s}.time_of o ON o.class = h.class AND o.terms
    UNION ALL SELECT a.id, a.since, 'former', max(CASE WHEN a.former = 'true' AND (a.attested = '' OR l.day IS NOT NULL)
        THEN 'true' ELSE 'false' END)
    FROM {s}.time_at a LEFT JOIN {s}.left_by l ON l.id = a.id AND l.since = a.since WHERE a.former <> '' GROUP BY a.id, a.since
    UNION ALL SELECT e.id, e.since, 'alternatives', concat('end=', e.ends) FROM {s}.end_kept e
    JOIN {s}.start_kept k ON k.id = e.id AND k.since = e.since AND k.starts = e.starts AND k.terms WHERE e.best > 1) v
JOIN {s}.time_thing h ON h.id = v.id AND h.since = v.since;

INSERT INTO {s}.value
SELECT v.id, v.property, v.value FROM {s}.time_value v
JOIN (SELECT id, max(since) AS since FROM {s}.time_thing GROUP BY id) l ON l.id = v.id AND l.since = v.since;
"""
