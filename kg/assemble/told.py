"""The SQL of what was shown at an earlier recorded moment. ``{s}`` is the schema that is built."""

# Recorded time of every thing, and the values that were not shown through all of it.
TOLD = """
CREATE TABLE {s}.thing_interval AS
SELECT DISTINCT s.id, s.recorded_from AS since, CASE WHEN c.recorded_to = '' THEN '{open}' ELSE c.recorded_to END AS until
FROM {s}.subject s JOIN (SELECT DISTINCT claim, recorded_from, recorded_to FROM {s}.claim_row) c
  ON c.claim = s.claim AND c.recorded_from = s.recorded_from
UNION SELECT edition, since, CASE WHEN until = '' THEN '{open}' ELSE until END FROM {s}.standing
UNION SELECT source, since, CASE WHEN until = '' THEN '{open}' ELSE until END FROM {s}.standing;

CREATE TABLE {s}.recorded AS
SELECT id, min(since) AS since, max(until) AS until FROM (
    SELECT id, since, until, sum(CASE WHEN since <= reached THEN 0 ELSE 1 END) OVER (
        PARTITION BY id ORDER BY since, until ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS island FROM (
        SELECT id, since, until, max(until) OVER (PARTITION BY id ORDER BY since, until ROWS BETWEEN UNBOUNDED PRECEDING
            AND 1 PRECEDING) AS reached
        FROM {s}.thing_interval) a) b
GROUP BY id, island;

CREATE TABLE {s}.varied AS SELECT id FROM {s}.thing_interval GROUP BY id HAVING count(*) > 1;

CREATE TABLE {s}.saying AS
SELECT s.id, r.property, r.meant, p.many, r.recorded_from AS since, CASE WHEN r.recorded_to = ''
    THEN '{open}' ELSE r.recorded_to END AS until,
       max(r.rank) AS rank, max(r.issued) AS issued, sum(r.spans) AS spans
FROM {s}.varied x JOIN {s}.subject s ON s.id = x.id JOIN {s}.node n ON n.id = x.id
JOIN {s}.said_row r ON r.claim = s.claim AND r.recorded_from = s.recorded_from AND r.kind = 'value'
JOIN {s}.property p ON p.property = r.property
LEFT JOIN {s}.time_of o ON o.class = n.class
WHERE NOT coalesce(o.terms AND r.property IN ('start', 'end', 'former'), false)
GROUP BY s.id, r.property, r.meant, p.many, r.recorded_from, r.recorded_to;

CREATE TABLE {s}.contested AS
SELECT id, property FROM {s}.saying WHERE NOT many GROUP BY id, property HAVING count(DISTINCT meant) > 1;

CREATE TABLE {s}.contest AS
SELECT id, property, meant, since, until, row_number() OVER (
    PARTITION BY id, property, since ORDER BY rank DESC, issued DESC, spans DESC, meant) AS place FROM (
    SELECT t.id, t.property, y.meant, t.since, t.until, max(y.rank) AS rank, max(y.issued) AS issued, sum(y.spans) AS spans FROM (
        SELECT id, property, moment AS since, lead(moment) OVER (PARTITION BY id, property ORDER BY moment) AS until FROM (
            SELECT y.id, y.property, y.since AS moment FROM {s}.saying y JOIN {s}.contested c ON c.id = y.id AND c.property = y.property
            UNION SELECT y.id, y.property, y.until FROM {s}.saying y JOIN {s}.contested c ON c.id = y.id AND c.property = y.property) m) t
    JOIN {s}.saying y ON y.id = t.id AND y.property = t.property AND y.since <= t.since AND y.until >= t.until
    WHERE t.until IS NOT NULL GROUP BY t.id, t.property, y.meant, t.since, t.until) w;

-- The runs of days that are not excluded: the k-th that begins ends with the k-th that ends.
CREATE TABLE {s}.held_run AS
SELECT b.id, b.since, b.until, concat(b.day, '/', e.day) AS days FROM (
    SELECT id, since, until, day, row_number() OVER (PARTITION BY id, since ORDER BY day) AS k FROM (
        SELECT id, since, until, value AS day FROM {s}.time_value WHERE property = 'possibleFrom'
        UNION ALL SELECT id, since, until, day_after(right(value, 10)) FROM {s}.time_value WHERE property = 'excludedDays') o) b
JOIN (
    SELECT id, since, day, row_number() OVER (PARTITION BY id, since ORDER BY day) AS k FROM (
        SELECT id, since, value AS day FROM {s}.time_value WHERE property = 'possibleTo'
        UNION ALL SELECT id, since, day_before(left(value, 10)) FROM {s}.time_value WHERE property = 'excludedDays') c) e
ON e.id = b.id AND e.since = b.since AND e.k = b.k;

CREATE TABLE {s}.shown_value AS
SELECT id, property, meant AS value, since, until FROM {s}.saying y
WHERE NOT EXISTS (SELECT 1 FROM {s}.contested c WHERE c.id = y.id AND c.property = y.property)
UNION ALL SELECT id, property, meant, since, until FROM {s}.contest WHERE place = 1
UNION ALL SELECT id, 'alternatives', concat(property, '=', meant), since, until FROM {s}.contest WHERE place > 1
UNION ALL SELECT t.id, t.property, t.value, t.since, t.until FROM (
    SELECT id, property, value, since, until FROM {s}.time_value UNION ALL SELECT id, 'heldDays', days, since, until FROM {s}.held_run) t
WHERE t.id IN (SELECT id FROM {s}.stretch GROUP BY id HAVING count(*) > 1);

INSERT INTO {s}.told_row
SELECT id, property, value, min(since), max(until) FROM (
    SELECT id, property, value, since, until, sum(CASE WHEN since <= reached THEN 0 ELSE 1 END) OVER (
        PARTITION BY id, property, value ORDER BY since, until ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS island FROM (
        SELECT id, property, value, since, until, max(until) OVER (
            PARTITION BY id, property, value ORDER BY since, until ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
        FROM {s}.shown_value) a) b
GROUP BY id, property, value, island;

-- Left out where every value of a property was shown through all the recorded time of its thing.
CREATE TABLE {s}.unchanging AS
SELECT t.id, t.property FROM (
    SELECT id, property, value, array_join(array_sort(array_agg(concat(since, '/', until))), ' ') AS times FROM {s}.told_row
    GROUP BY id, property, value) t
JOIN (SELECT id, array_join(array_sort(array_agg(concat(since, '/', until))), ' ') AS times FROM {s}.recorded GROUP BY id) r ON r.id = t.id
GROUP BY t.id, t.property HAVING max(CASE WHEN t.times = r.times THEN 0 ELSE 1 END) = 0;

DELETE FROM {s}.told_row WHERE EXISTS (
    SELECT 1 FROM {s}.unchanging u WHERE u.id = told_row.id AND u.property = told_row.property);

INSERT INTO {s}.told_row
SELECT t.id, concat(t.property, 'First'), opens(t.value), t.since, t.until FROM {s}.told_row t
JOIN {s}.property p ON p.property = t.property AND p.is_date
UNION ALL SELECT t.id, concat(t.property, 'Last'), closes(t.value), t.since, t.until FROM {s}.told_row t
JOIN {s}.property p ON p.property = t.property AND p.is_date;

INSERT INTO {s}.value
SELECT n.id, 'recorded', concat(r.since, '/', r.until) FROM {s}.node n JOIN {s}.recorded r ON r.id = n.id
UNION ALL SELECT n.id, 'told', concat(t.since, '/', t.until, ' ', t.property, '=', t.value) FROM {s}.node n JOIN {s}.told_row t
    ON t.id = n.id WHERE t.property <> 'heldDays'
UNION ALL SELECT n.id, 'heldDays', concat(t.since, '/', t.until, ' ', t.value) FROM {s}.node n JOIN {s}.told_row t
    ON t.id = n.id WHERE t.property = 'heldDays'
UNION ALL SELECT v.id, concat(v.property, 'First'), opens(v.value) FROM {s}.value v JOIN {s}.property p ON p.property = v.property
    AND p.is_date
UNION ALL SELECT v.id, concat(v.property, 'Last'), closes(v.value) FROM {s}.value v JOIN {s}.property p ON p.property = v.property
    AND p.is_date;
"""
