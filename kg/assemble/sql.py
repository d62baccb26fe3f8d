"""The SQL of assembling, in the words that DuckDB and Spark SQL share.

``{s}`` is the schema that is built. What the ontology says stands in small tables (``class_label``, ``identifying``,
``property``), so the text names no class. What DuckDB calls otherwise than Spark is a macro (``array_join``).
"""

TABLES = """
CREATE TABLE {s}.standing (
    edition VARCHAR, run BIGINT, version BIGINT, source VARCHAR, publisher VARCHAR, issued VARCHAR,
    rank BIGINT, since VARCHAR, until VARCHAR, complete BOOLEAN, rows_are VARCHAR);
CREATE TABLE {s}.class_label (
    class VARCHAR, label VARCHAR, depth BIGINT, identity_class VARCHAR, identified_by VARCHAR, is_fact BOOLEAN);
CREATE TABLE {s}.identifying (class VARCHAR, property VARCHAR);
CREATE TABLE {s}.property (property VARCHAR, many BOOLEAN, edge_type VARCHAR, full_text BOOLEAN, is_date BOOLEAN);
CREATE TABLE {s}.cluster (mention VARCHAR, id VARCHAR);
CREATE TABLE {s}.node (id VARCHAR, class VARCHAR, holds BOOLEAN);
CREATE TABLE {s}.label (id VARCHAR, label VARCHAR);
CREATE TABLE {s}.value (id VARCHAR, property VARCHAR, value VARCHAR);
CREATE TABLE {s}.edge (source VARCHAR, type VARCHAR, target VARCHAR);
CREATE TABLE {s}.evidence (id VARCHAR, source VARCHAR, type VARCHAR, target VARCHAR);
CREATE TABLE {s}.evidence_value (id VARCHAR, property VARCHAR, value VARCHAR);
"""

# Stretches of recorded time in which an edition kept saying the same (gaps and islands over its runs of versions).
CLAIMS = """
CREATE TABLE {s}.said AS
SELECT edition, key, max(run) AS run, min(since) AS recorded_from, max_by(until, run) AS recorded_to
FROM (SELECT k.edition, k.key, k.run, t.since, t.until,
             k.run - row_number() OVER (PARTITION BY k.edition, k.key ORDER BY k.run) AS island
      FROM (SELECT DISTINCT edition, key, run FROM {s}.raw WHERE kind <> 'apart') k
      JOIN {s}.standing t ON t.edition = k.edition AND t.run = k.run)
GROUP BY edition, key, island;

CREATE TABLE {s}.claim_row AS
SELECT r.claim, r.edition, r.class, r.document, r.mention, r.kind, r.property, r.value, r.words, r.sort_key, r.span_start,
       r.span_end, r.further, r.spans, r.quote, r.page, r.sheet, r.sheet_row, r.sheet_columns, r.method, r.confidence, r.attested,
       r.attested_first, r.attested_last,
       s.recorded_from, s.recorded_to, t.version, t.rank, t.issued
FROM {s}.raw r
JOIN {s}.said s ON s.edition = r.edition AND s.key = r.key AND s.run = r.run
JOIN {s}.standing t ON t.edition = r.edition AND t.run = r.run
WHERE r.kind <> 'apart';
"""

# What a person corrected names a mention rather than what the place says.
MENTIONS = """
CREATE TABLE {s}.mention AS
SELECT r.mention, min(c.identity_class) AS class, min(c.identified_by) AS identified_by,
       coalesce(min(CASE WHEN r.method = 'person' THEN r.value END), min(r.value)) AS name,
       min(r.document) AS document, min(r.edition) AS edition, min(r.issued) AS issued
FROM {s}.claim_row r
JOIN {s}.class_label c ON c.class = r.class AND c.label = r.class
WHERE r.mention <> '' AND r.property = 'name'
GROUP BY r.mention;
"""

IDENTITY = """
CREATE TABLE {s}.identity AS
SELECT m.mention, coalesce(j.id, m.id) AS id
FROM (SELECT m.mention, coalesce(x.id, substr(md5(concat(m.class, chr(31), m.name)), 1, 20)) AS id FROM {s}.mention m
      LEFT JOIN {s}.namesake x ON x.mention = m.mention WHERE m.identified_by = 'name') m
LEFT JOIN {s}.joined j ON j.old = m.id
UNION ALL SELECT mention, id FROM {s}.cluster
UNION ALL SELECT mention, mention AS id FROM {s}.mention WHERE identified_by = '';
"""

SUBJECTS = """
CREATE TABLE {s}.said_row AS
SELECT r.*, coalesce(i.id, r.value) AS meant FROM {s}.claim_row r
LEFT JOIN {s}.identity i ON r.kind = 'party' AND i.mention = r.value;

CREATE TABLE {s}.subject AS
SELECT DISTINCT r.claim, r.recorded_from, i.id FROM {s}.claim_row r JOIN {s}.identity i ON i.mention = r.mention
UNION ALL
SELECT r.claim, r.recorded_from,
       substr(md5(concat(r.class, chr(31), array_join(array_sort(array_agg(concat(r.property, '=', r.meant))), chr(31)))), 1, 20) AS id
FROM {s}.said_row r JOIN {s}.identifying k ON k.class = r.class AND k.property = r.property
WHERE r.mention = ''
GROUP BY r.claim, r.recorded_from, r.class;
"""

# ``present`` is every id that has a node: ``node`` where the whole graph is built.
GRAPH = """
CREATE TABLE {s}.holding AS
SELECT id, max(CASE WHEN recorded_to = '' THEN 1 ELSE 0 END) = 1 AS holds
FROM (SELECT DISTINCT s.id, r.recorded_to FROM {s}.subject s
      JOIN {s}.claim_row r ON r.claim = s.claim AND r.recorded_from = s.recorded_from)
GROUP BY id;

-- What counts for a thing: its open claims, or all of them where none is open.
CREATE TABLE {s}.counted AS
SELECT s.id, r.*, h.holds FROM {s}.said_row r
JOIN {s}.subject s ON s.claim = r.claim AND s.recorded_from = r.recorded_from
JOIN {s}.holding h ON h.id = s.id
WHERE r.recorded_to = '' OR NOT h.holds;

CREATE TABLE {s}.claimed_class AS SELECT DISTINCT id, class FROM {s}.counted;

-- The class that all claimed ones are superclasses of, else the deepest superclass that they share.
CREATE TABLE {s}.class_of AS
WITH many AS (SELECT id, count(*) AS n FROM {s}.claimed_class GROUP BY id),
specific AS (
    SELECT c.id, c.class, count(*) AS n FROM {s}.claimed_class c
    JOIN {s}.class_label l ON l.class = c.class JOIN {s}.claimed_class o ON o.id = c.id AND o.class = l.label
    GROUP BY c.id, c.class),
common AS (
    SELECT c.id, l.label, min(l.depth) AS depth, count(*) AS n FROM {s}.claimed_class c
    JOIN {s}.class_label l ON l.class = c.class GROUP BY c.id, l.label),
best AS (SELECT s.id, min(s.class) AS class FROM specific s JOIN many m ON m.id = s.id AND m.n = s.n GROUP BY s.id),
shared AS (SELECT c.id, min_by(c.label, c.depth) AS class FROM common c JOIN many m ON m.id = c.id AND m.n = c.n GROUP BY c.id)
SELECT m.id, coalesce(b.class, s.class) AS class, b.class IS NULL AS torn
FROM many m LEFT JOIN best b ON b.id = m.id LEFT JOIN shared s ON s.id = m.id;

INSERT INTO {s}.node SELECT c.id, c.class, h.holds FROM {s}.class_of c JOIN {s}.holding h ON h.id = c.id;

-- The ids that lead to a thing besides its own: of the mentions and the names that are one with it.
CREATE TABLE {s}.former AS
SELECT n.id, f.old FROM (SELECT mention AS old, id FROM {s}.cluster UNION SELECT old, id FROM {s}.joined) f
JOIN {s}.node n ON n.id = f.id WHERE f.old <> f.id;

INSERT INTO {s}.label
SELECT n.id, l.label FROM {s}.node n JOIN {s}.class_label l ON l.class = n.class WHERE n.holds
UNION ALL SELECT id, 'Thing' FROM {s}.node WHERE NOT holds
UNION ALL SELECT id, 'Retracted' FROM {s}.node WHERE NOT holds;

-- Best first: rank of the source, date of the edition, number of spans, code-point order.
CREATE TABLE {s}.ranked AS
SELECT id, kind, property, meant, row_number() OVER (
    PARTITION BY id, property ORDER BY rank DESC, issued DESC, spans DESC, meant) AS place
FROM (SELECT id, kind, property, meant, max(rank) AS rank, max(issued) AS issued, sum(spans) AS spans
      FROM {s}.counted GROUP BY id, kind, property, meant);

-- Of a thing with terms its start, end and former are those of its latest term (kg.assemble.times).
CREATE TABLE {s}.shown AS
SELECT r.id, r.property, r.meant, r.place, p.many FROM {s}.ranked r JOIN {s}.property p ON p.property = r.property
JOIN {s}.node n ON n.id = r.id LEFT JOIN {s}.time_of o ON o.class = n.class
WHERE r.kind = 'value' AND NOT coalesce(o.terms AND r.property IN ('start', 'end', 'former'), false);

CREATE TABLE {s}.named AS
SELECT id, meant AS name FROM {s}.ranked WHERE kind = 'value' AND property = 'name' AND place = 1;

INSERT INTO {s}.value
SELECT r.id, r.property, r.meant FROM {s}.shown r
WHERE (r.many OR r.place = 1)
  AND NOT EXISTS (SELECT 1 FROM {s}.named n WHERE n.id = r.id AND r.property = 'alias' AND n.name = r.meant)
UNION ALL
SELECT r.id, 'alternatives', concat(r.property, '=', r.meant) FROM {s}.shown r WHERE NOT r.many AND r.place > 1
UNION ALL
SELECT c.id, 'sortKey', min(c.sort_key) FROM {s}.counted c JOIN {s}.named n ON n.id = c.id AND n.name = c.value
WHERE c.property = 'name' GROUP BY c.id
UNION ALL
SELECT id, 'formerId', old FROM {s}.former
UNION ALL
SELECT id, 'searchText', array_join(array_sort(array_agg(words)), chr(10)) FROM (
    SELECT r.id, r.meant AS words FROM {s}.ranked r JOIN {s}.property p ON p.property = r.property AND p.full_text WHERE r.kind = 'value'
    UNION ALL SELECT id, old FROM {s}.former) t
GROUP BY id
UNION ALL
SELECT n.id, 'was', l.label FROM {s}.node n JOIN {s}.class_label l ON l.class = n.class WHERE NOT n.holds AND l.label <> 'Thing';

INSERT INTO {s}.edge
SELECT DISTINCT r.id, p.edge_type, r.meant FROM {s}.ranked r JOIN {s}.property p ON p.property = r.property
JOIN {s}.present t ON t.id = r.meant
WHERE r.kind = 'party' AND (p.many OR r.place = 1);

CREATE TABLE {s}.proof AS
SELECT DISTINCT substr(md5(concat(r.claim, chr(31), r.recorded_from)), 1, 20) AS id, s.id AS source, r.claim, r.document,
       r.recorded_from, r.recorded_to, r.version, r.span_start, r.span_end, r.further, r.quote, r.page, r.sheet, r.sheet_row,
       r.sheet_columns, r.method, r.confidence
FROM {s}.claim_row r JOIN {s}.subject s ON s.claim = r.claim AND s.recorded_from = r.recorded_from
WHERE r.span_start >= 0;

INSERT INTO {s}.evidence
SELECT id, source, CASE WHEN recorded_to = '' THEN 'STATED_IN' ELSE 'WAS_STATED_IN' END, document FROM {s}.proof;

INSERT INTO {s}.evidence_value
SELECT id, 'version', cast(version AS VARCHAR) FROM {s}.proof
UNION ALL SELECT id, 'spanStart', cast(span_start AS VARCHAR) FROM {s}.proof
UNION ALL SELECT id, 'spanEnd', cast(span_end AS VARCHAR) FROM {s}.proof
UNION ALL SELECT id, 'quote', quote FROM {s}.proof
UNION ALL SELECT id, 'onPage', cast(page AS VARCHAR) FROM {s}.proof WHERE page > 0
UNION ALL SELECT id, 'sheet', sheet FROM {s}.proof WHERE sheet <> ''
UNION ALL SELECT id, 'row', cast(sheet_row AS VARCHAR) FROM {s}.proof WHERE sheet_row > 0
UNION ALL SELECT id, 'columns', sheet_columns FROM {s}.proof WHERE sheet_columns <> ''
UNION ALL SELECT id, 'method', method FROM {s}.proof
UNION ALL SELECT id, 'confidence', cast(confidence AS VARCHAR) FROM {s}.proof
UNION ALL SELECT id, 'recordedFrom', recorded_from FROM {s}.proof
UNION ALL SELECT id, 'recordedTo', recorded_to FROM {s}.proof WHERE recorded_to <> ''
UNION ALL SELECT id, 'furtherSpans', further FROM {s}.proof WHERE further <> ''
UNION ALL
SELECT p.id, 'stated', concat(r.property, '=', coalesce(m.name, r.value)) FROM {s}.proof p
JOIN {s}.claim_row r ON r.claim = p.claim AND r.recorded_from = p.recorded_from
LEFT JOIN {s}.mention m ON r.kind = 'party' AND m.mention = r.value WHERE r.kind <> 'key'
UNION ALL
SELECT p.id, 'sourceWords', concat(r.property, '=', r.words) FROM {s}.proof p
JOIN {s}.claim_row r ON r.claim = p.claim AND r.recorded_from = p.recorded_from WHERE r.words <> '' AND r.words <> r.value;
"""
