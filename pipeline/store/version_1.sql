CREATE TABLE runs (
  "id" INTEGER PRIMARY KEY,
  "started" TEXT NOT NULL,
  "finished" TEXT,
  "version" TEXT NOT NULL,
  "counts" TEXT NOT NULL CHECK (json_valid("counts"))
) STRICT;
CREATE TABLE files (
  "location" TEXT NOT NULL PRIMARY KEY,
  "root" TEXT NOT NULL,
  "path" TEXT NOT NULL,
  "document" TEXT NOT NULL REFERENCES documents(id),
  "sha256" TEXT NOT NULL,
  "metadata_sha256" TEXT,
  "media_type" TEXT NOT NULL,
  "first_seen" TEXT NOT NULL,
  "last_seen" TEXT NOT NULL,
  "run" INTEGER REFERENCES runs(id)
) STRICT;
CREATE INDEX files_by_document ON files ("document");
CREATE TABLE documents (
  "id" TEXT NOT NULL PRIMARY KEY,
  "path" TEXT NOT NULL,
  "sha256" TEXT NOT NULL UNIQUE,
  "media_type" TEXT NOT NULL,
  "source" TEXT,
  "title" TEXT,
  "url" TEXT,
  "published" TEXT,
  "published_earliest" TEXT,
  "published_latest" TEXT,
  "published_method" TEXT NOT NULL CHECK ("published_method" IN ('stated', 'metadata', 'inferred', 'person', 'unknown')),
  "published_reason" TEXT,
  "published_start" INTEGER,
  "published_end" INTEGER,
  "language" TEXT,
  "text" TEXT NOT NULL,
  "fingerprint" TEXT NOT NULL,
  "duplicate_of" TEXT REFERENCES documents(id),
  "superseded_by" TEXT REFERENCES documents(id)
) STRICT;
CREATE INDEX documents_by_path ON documents ("path");
CREATE INDEX documents_by_duplicate_of ON documents ("duplicate_of");
CREATE INDEX documents_by_superseded_by ON documents ("superseded_by");
CREATE INDEX documents_by_published_earliest ON documents ("published_earliest");
CREATE TABLE zones (
  "document" TEXT NOT NULL REFERENCES documents(id),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('title', 'heading', 'byline', 'dateline', 'lead', 'body', 'question', 'answer', 'quote', 'caption', 'list', 'table', 'furniture')),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "reason" TEXT,
  PRIMARY KEY (document, start),
  CHECK ("end" > start)
) STRICT;
CREATE TABLE sentences (
  "number" INTEGER PRIMARY KEY,
  "id" TEXT NOT NULL UNIQUE,
  "document" TEXT NOT NULL REFERENCES documents(id),
  "position" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('title', 'heading', 'byline', 'dateline', 'lead', 'body', 'question', 'answer', 'quote', 'caption', 'list', 'table', 'furniture')),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  UNIQUE (document, position),
  CHECK ("end" > start)
) STRICT;
CREATE TABLE entities (
  "id" TEXT NOT NULL PRIMARY KEY,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('municipality', 'province', 'country', 'region', 'party', 'organisation', 'person', 'law')),
  "name" TEXT NOT NULL,
  "official_name" TEXT,
  "code" TEXT,
  "parent" TEXT REFERENCES entities(id) DEFERRABLE INITIALLY DEFERRED,
  "valid_from" TEXT,
  "valid_to" TEXT,
  "successor" TEXT REFERENCES entities(id) DEFERRABLE INITIALLY DEFERRED,
  "origin" TEXT NOT NULL CHECK ("origin" IN ('knowledge', 'text'))
) STRICT;
CREATE INDEX entities_by_name ON entities ("name");
CREATE INDEX entities_by_parent ON entities ("parent");
CREATE INDEX entities_by_successor ON entities ("successor");
CREATE TABLE aliases (
  "entity" TEXT NOT NULL REFERENCES entities(id) DEFERRABLE INITIALLY DEFERRED,
  "alias" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "origin" TEXT NOT NULL,
  "document" TEXT REFERENCES documents(id)
) STRICT;
CREATE INDEX aliases_by_entity ON aliases ("entity");
CREATE INDEX aliases_by_alias ON aliases ("alias");
CREATE INDEX aliases_by_document ON aliases ("document");
CREATE TABLE mentions (
  "id" TEXT NOT NULL PRIMARY KEY,
  "document" TEXT NOT NULL REFERENCES documents(id),
  "sentence" TEXT REFERENCES sentences(id),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "surface" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('municipality', 'province', 'country', 'region', 'party', 'organisation', 'person', 'law')),
  "entity" TEXT REFERENCES entities(id),
  "method" TEXT NOT NULL CHECK ("method" IN ('exact', 'alias', 'adjective', 'inhabitant', 'fuzzy', 'model', 'coreference', 'person')),
  "score" REAL NOT NULL,
  CHECK ("end" > start)
) STRICT;
CREATE INDEX mentions_by_document ON mentions ("document");
CREATE INDEX mentions_by_sentence ON mentions ("sentence");
CREATE INDEX mentions_by_entity ON mentions ("entity");
CREATE TABLE roles (
  "id" TEXT NOT NULL PRIMARY KEY,
  "person" TEXT NOT NULL REFERENCES entities(id),
  "role" TEXT NOT NULL,
  "party" TEXT REFERENCES entities(id),
  "place" TEXT REFERENCES entities(id),
  "organisation" TEXT REFERENCES entities(id),
  "document" TEXT NOT NULL REFERENCES documents(id),
  "sentence" TEXT REFERENCES sentences(id),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "surface" TEXT NOT NULL,
  CHECK ("end" > start)
) STRICT;
CREATE INDEX roles_by_document ON roles ("document");
CREATE INDEX roles_by_person ON roles ("person");
CREATE INDEX roles_by_party ON roles ("party");
CREATE INDEX roles_by_place ON roles ("place");
CREATE INDEX roles_by_organisation ON roles ("organisation");
CREATE INDEX roles_by_sentence ON roles ("sentence");
CREATE TABLE quantities (
  "id" TEXT NOT NULL PRIMARY KEY,
  "document" TEXT NOT NULL REFERENCES documents(id),
  "sentence" TEXT REFERENCES sentences(id),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "surface" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "unit" TEXT,
  "value" REAL,
  "low" REAL,
  "high" REAL,
  "low_open" INTEGER NOT NULL CHECK (low_open IN (0, 1)),
  "high_open" INTEGER NOT NULL CHECK (high_open IN (0, 1)),
  "outer_low" REAL,
  "outer_high" REAL,
  "hedge" TEXT NOT NULL CHECK ("hedge" IN ('none', 'above', 'below', 'about', 'at_least', 'at_most', 'range')),
  "direction" TEXT CHECK ("direction" IN ('up', 'down')),
  "stance_word" TEXT,
  "part" TEXT,
  "said_together" INTEGER,
  "noun" TEXT,
  "per" TEXT,
  "negated" INTEGER NOT NULL CHECK (negated IN (0, 1)),
  "comparative" INTEGER NOT NULL CHECK (comparative IN (0, 1)),
  CHECK ("end" > start)
) STRICT;
CREATE INDEX quantities_by_document ON quantities ("document");
CREATE INDEX quantities_by_sentence ON quantities ("sentence");
CREATE TABLE non_quantities (
  "id" TEXT NOT NULL PRIMARY KEY,
  "document" TEXT NOT NULL REFERENCES documents(id),
  "sentence" TEXT REFERENCES sentences(id),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "surface" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  CHECK ("end" > start)
) STRICT;
CREATE INDEX non_quantities_by_document ON non_quantities ("document");
CREATE INDEX non_quantities_by_sentence ON non_quantities ("sentence");
CREATE TABLE time_expressions (
  "id" TEXT NOT NULL PRIMARY KEY,
  "document" TEXT NOT NULL REFERENCES documents(id),
  "sentence" TEXT REFERENCES sentences(id),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "surface" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('point', 'span', 'part', 'duration', 'set', 'vague')),
  "edtf" TEXT,
  "iso8601" TEXT,
  "earliest" TEXT,
  "latest" TEXT,
  "anchored" TEXT NOT NULL CHECK ("anchored" IN ('absolute', 'publication', 'previous', 'open')),
  "granularity" TEXT NOT NULL,
  CHECK ("end" > start)
) STRICT;
CREATE INDEX time_expressions_by_document ON time_expressions ("document");
CREATE INDEX time_expressions_by_sentence ON time_expressions ("sentence");
CREATE TABLE indicators (
  "id" TEXT NOT NULL PRIMARY KEY,
  "label" TEXT NOT NULL,
  "topic" TEXT NOT NULL,
  "unit" TEXT,
  "population" TEXT,
  "parent" TEXT,
  "definition" TEXT,
  "known" INTEGER NOT NULL CHECK (known IN (0, 1))
) STRICT;
CREATE INDEX indicators_by_topic ON indicators ("topic");
CREATE INDEX indicators_by_parent ON indicators ("parent");
CREATE TABLE figures (
  "id" TEXT NOT NULL PRIMARY KEY,
  "document" TEXT NOT NULL REFERENCES documents(id),
  "sentence" TEXT NOT NULL REFERENCES sentences(id),
  "quantity" TEXT NOT NULL REFERENCES quantities(id),
  "indicator" TEXT NOT NULL REFERENCES indicators(id),
  "place" TEXT REFERENCES entities(id),
  "population" TEXT,
  "period" TEXT,
  "period_earliest" TEXT,
  "period_latest" TEXT,
  "period_kind" TEXT CHECK ("period_kind" IN ('point', 'month', 'quarter', 'half_year', 'year', 'school_year', 'span', 'open', 'vague')),
  "value" REAL,
  "low" REAL,
  "high" REAL,
  "low_open" INTEGER NOT NULL CHECK (low_open IN (0, 1)),
  "high_open" INTEGER NOT NULL CHECK (high_open IN (0, 1)),
  "outer_low" REAL,
  "outer_high" REAL,
  "unit" TEXT,
  "hedge" TEXT NOT NULL CHECK ("hedge" IN ('none', 'above', 'below', 'about', 'at_least', 'at_most', 'range')),
  "statement" TEXT NOT NULL CHECK ("statement" IN ('level', 'change', 'norm', 'forecast', 'target')),
  "direction" TEXT CHECK ("direction" IN ('up', 'down')),
  "base_figure" TEXT REFERENCES figures(id) DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL CHECK (json_valid("status")),
  "speaker" TEXT REFERENCES entities(id),
  "stance" TEXT NOT NULL CHECK ("stance" IN ('asserts', 'endorses', 'asks', 'denies', 'hypothetical')),
  "derived_from" TEXT,
  "confidence" REAL NOT NULL
) STRICT;
CREATE INDEX figures_by_document ON figures ("document");
CREATE INDEX figures_by_sentence ON figures ("sentence");
CREATE INDEX figures_by_quantity ON figures ("quantity");
CREATE INDEX figures_by_indicator_place ON figures ("indicator", "place");
CREATE INDEX figures_by_place ON figures ("place");
CREATE INDEX figures_by_speaker ON figures ("speaker");
CREATE INDEX figures_by_base_figure ON figures ("base_figure");
CREATE TABLE figure_evidence (
  "figure" TEXT NOT NULL REFERENCES figures(id) ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "dimension" TEXT NOT NULL,
  "method" TEXT NOT NULL,
  "start" INTEGER,
  "end" INTEGER,
  "surface" TEXT,
  PRIMARY KEY (figure, position)
) STRICT;
CREATE TABLE comparisons (
  "figure_a" TEXT NOT NULL REFERENCES figures(id) ON DELETE CASCADE,
  "figure_b" TEXT NOT NULL REFERENCES figures(id) ON DELETE CASCADE,
  "relation" TEXT NOT NULL CHECK ("relation" IN ('agree', 'compatible', 'revised', 'different_period', 'different_population', 'different_definition', 'different_unit', 'conflict', 'undetermined')),
  "reasons" TEXT NOT NULL CHECK (json_valid("reasons")),
  PRIMARY KEY (figure_a, figure_b),
  CHECK (figure_a < figure_b)
) STRICT;
CREATE INDEX comparisons_by_figure_b ON comparisons ("figure_b");
CREATE INDEX comparisons_by_relation ON comparisons ("relation");
CREATE TABLE reconciliations (
  "id" TEXT NOT NULL PRIMARY KEY,
  "topic" TEXT NOT NULL,
  "place" TEXT REFERENCES entities(id),
  "unit" TEXT,
  "verdict" TEXT NOT NULL CHECK ("verdict" IN ('consensus', 'series', 'range', 'revised', 'contested', 'single_source')),
  "value" REAL,
  "low" REAL,
  "high" REAL,
  "period_earliest" TEXT,
  "period_latest" TEXT,
  "explanation_nl" TEXT NOT NULL,
  "explanation_en" TEXT NOT NULL
) STRICT;
CREATE INDEX reconciliations_by_topic_place_unit ON reconciliations ("topic", "place", "unit");
CREATE INDEX reconciliations_by_place ON reconciliations ("place");
CREATE INDEX reconciliations_by_verdict ON reconciliations ("verdict");
CREATE TABLE reconciliation_members (
  "reconciliation" TEXT NOT NULL REFERENCES reconciliations(id) ON DELETE CASCADE,
  "figure" TEXT NOT NULL REFERENCES figures(id) ON DELETE CASCADE,
  "rank" TEXT NOT NULL CHECK ("rank" IN ('preferred', 'normal', 'deprecated')),
  "reason" TEXT,
  PRIMARY KEY (reconciliation, figure)
) STRICT;
CREATE INDEX reconciliation_members_by_figure ON reconciliation_members ("figure");
CREATE TABLE reconciliation_periods (
  "reconciliation" TEXT NOT NULL REFERENCES reconciliations(id) ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "indicator" TEXT NOT NULL REFERENCES indicators(id),
  "population" TEXT,
  "period" TEXT,
  "period_earliest" TEXT,
  "period_latest" TEXT,
  "value" REAL,
  "low" REAL,
  "high" REAL,
  "voices" INTEGER NOT NULL,
  "figures" INTEGER NOT NULL,
  PRIMARY KEY (reconciliation, position)
) STRICT;
CREATE INDEX reconciliation_periods_by_indicator_period_earliest ON reconciliation_periods ("indicator", "period_earliest");
CREATE TABLE findings (
  "id" TEXT NOT NULL PRIMARY KEY,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('arithmetic_ok', 'arithmetic_error', 'part_exceeds_whole', 'unit_slip', 'revision')),
  "severity" TEXT NOT NULL CHECK ("severity" IN ('info', 'warning', 'error')),
  "place" TEXT REFERENCES entities(id),
  "explanation_nl" TEXT NOT NULL,
  "explanation_en" TEXT NOT NULL
) STRICT;
CREATE INDEX findings_by_kind ON findings ("kind");
CREATE INDEX findings_by_place ON findings ("place");
CREATE TABLE finding_members (
  "finding" TEXT NOT NULL REFERENCES findings(id) ON DELETE CASCADE,
  "figure" TEXT NOT NULL REFERENCES figures(id) ON DELETE CASCADE,
  "part" TEXT NOT NULL,
  PRIMARY KEY (finding, figure, part)
) STRICT;
CREATE INDEX finding_members_by_figure ON finding_members ("figure");
CREATE TABLE decisions (
  "id" TEXT NOT NULL PRIMARY KEY,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('published', 'alias', 'verdict')),
  "document_sha256" TEXT,
  "subject" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "note" TEXT,
  "decided_by" TEXT NOT NULL,
  "decided_at" TEXT NOT NULL,
  "undone_at" TEXT
) STRICT;
CREATE INDEX decisions_by_document_sha256 ON decisions ("document_sha256");
CREATE INDEX decisions_by_kind_subject ON decisions ("kind", "subject");
CREATE TABLE issues (
  "id" INTEGER PRIMARY KEY,
  "document" TEXT REFERENCES documents(id),
  "path" TEXT NOT NULL,
  "location" TEXT,
  "stage" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "severity" TEXT NOT NULL CHECK ("severity" IN ('info', 'warning', 'error')),
  "message" TEXT NOT NULL,
  "start" INTEGER,
  "end" INTEGER,
  "surface" TEXT,
  "run" INTEGER REFERENCES runs(id)
) STRICT;
CREATE INDEX issues_by_document ON issues ("document");
CREATE INDEX issues_by_location ON issues ("location");
CREATE INDEX issues_by_code ON issues ("code");
CREATE TABLE signatures (
  "document" TEXT NOT NULL PRIMARY KEY REFERENCES documents(id),
  "minhash" BLOB NOT NULL,
  "amounts" TEXT NOT NULL CHECK (json_valid("amounts"))
) STRICT;
CREATE TABLE signature_bands (
  "band" TEXT NOT NULL,
  "document" TEXT NOT NULL REFERENCES documents(id),
  PRIMARY KEY (band, document)
) STRICT;
CREATE INDEX signature_bands_by_document ON signature_bands ("document");
CREATE TABLE near_copies (
  "document_a" TEXT NOT NULL REFERENCES documents(id),
  "document_b" TEXT NOT NULL REFERENCES documents(id),
  "similarity" REAL NOT NULL,
  PRIMARY KEY (document_a, document_b),
  CHECK (document_a < document_b)
) STRICT;
CREATE INDEX near_copies_by_document_b ON near_copies ("document_b");
CREATE TABLE stale_groups (
  "topic" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "unit" TEXT NOT NULL,
  PRIMARY KEY (topic, place, unit)
) STRICT;
CREATE TABLE settings (
  "name" TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT;
