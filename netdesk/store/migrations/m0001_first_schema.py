"""The first schema: people, events and everything between them, with the history of changes."""

SQL = """
CREATE TABLE workspace_info (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- The history ---------------------------------------------------------------------------------
CREATE TABLE operation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undone')),
    merge_key TEXT,
    revision INTEGER NOT NULL,
    made_at TEXT NOT NULL
);
CREATE INDEX operation_revision ON operation (revision);
CREATE TABLE journal_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
);
CREATE INDEX journal_entry_operation ON journal_entry (operation_id, table_name, row_id);
CREATE TABLE write_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    operation_id INTEGER,
    recording INTEGER NOT NULL DEFAULT 1,
    indexing INTEGER NOT NULL DEFAULT 1,
    revision INTEGER NOT NULL DEFAULT 0
);
INSERT INTO write_state (id) VALUES (1);

-- People --------------------------------------------------------------------------------------
CREATE TABLE organisation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX organisation_sort_name ON organisation (sort_name);

CREATE TABLE level (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 5),
    name TEXT NOT NULL,
    meaning TEXT NOT NULL,
    moves_up TEXT NOT NULL,
    rhythm_days INTEGER NOT NULL CHECK (rhythm_days BETWEEN 1 AND 3660),
    capacity INTEGER CHECK (capacity IS NULL OR capacity > 0)
);

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT,
    zone TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    host TEXT NOT NULL DEFAULT '',
    cost REAL,
    currency TEXT NOT NULL DEFAULT '',
    share_target INTEGER,
    share_close INTEGER,
    share_same INTEGER,
    share_other INTEGER,
    purpose TEXT,
    purpose_words TEXT NOT NULL DEFAULT '',
    pitch_version_id INTEGER REFERENCES pitch_version (id) ON DELETE SET NULL,
    pitch_needed INTEGER NOT NULL DEFAULT 1,
    different TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    attended INTEGER,
    repeats_event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
    uid TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    binned_at TEXT
);
CREATE INDEX event_starts_at ON event (starts_at);
CREATE INDEX event_pitch_version ON event (pitch_version_id);
CREATE INDEX event_repeats ON event (repeats_event_id);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    prefix TEXT NOT NULL DEFAULT '',
    given TEXT NOT NULL DEFAULT '',
    additional TEXT NOT NULL DEFAULT '',
    family TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    nickname TEXT NOT NULL DEFAULT '',
    display_name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    organisation_id INTEGER REFERENCES organisation (id) ON DELETE SET NULL,
    department TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    what_they_do TEXT NOT NULL DEFAULT '',
    ideal_client TEXT NOT NULL DEFAULT '',
    good_introduction TEXT NOT NULL DEFAULT '',
    where_to TEXT NOT NULL DEFAULT '',
    photo TEXT,
    birthday TEXT,
    anniversary TEXT,
    met_on TEXT,
    met_event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
    met_through_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    met_words TEXT NOT NULL DEFAULT '',
    level INTEGER REFERENCES level (id),
    level_since TEXT,
    board_rank REAL NOT NULL DEFAULT 0,
    rhythm_days INTEGER CHECK (rhythm_days IS NULL OR rhythm_days BETWEEN 1 AND 3660),
    archived_at TEXT,
    binned_at TEXT,
    extra TEXT NOT NULL DEFAULT '[]',
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    -- Derived by triggers, never written by hand and outside the history:
    organisation_name TEXT NOT NULL DEFAULT '',
    sort_organisation TEXT NOT NULL DEFAULT '',
    last_contact_on TEXT,
    next_follow_up_on TEXT,
    met_days INTEGER NOT NULL DEFAULT 0,
    follow_ups_done INTEGER NOT NULL DEFAULT 0,
    one_to_ones_achieved INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX person_sort_name ON person (sort_name, id);
CREATE INDEX person_sort_organisation ON person (sort_organisation = '', sort_organisation, sort_name, id);
-- The list of everybody who is neither archived nor in the bin, in order and by id, read from the index alone:
CREATE INDEX person_listed ON person (sort_name, id) WHERE archived_at IS NULL AND binned_at IS NULL;
CREATE INDEX person_known ON person (id, sort_name) WHERE archived_at IS NULL AND binned_at IS NULL;
CREATE INDEX person_last_contact ON person (last_contact_on, id);
CREATE INDEX person_created ON person (created_at, id);
CREATE INDEX person_level ON person (level, board_rank);
CREATE INDEX person_organisation ON person (organisation_id);
CREATE INDEX person_met_through ON person (met_through_id);
CREATE INDEX person_met_event ON person (met_event_id);
CREATE INDEX person_photo ON person (photo) WHERE photo IS NOT NULL;
CREATE INDEX person_archived ON person (archived_at) WHERE archived_at IS NOT NULL;
CREATE INDEX person_binned ON person (binned_at) WHERE binned_at IS NOT NULL;
CREATE INDEX person_follow_up ON person (next_follow_up_on) WHERE next_follow_up_on IS NOT NULL;

CREATE TABLE contact_point (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'address', 'web', 'social')),
    label TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL,
    normalised TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    parts TEXT
);
CREATE INDEX contact_point_person ON contact_point (person_id, position);
CREATE INDEX contact_point_normalised ON contact_point (normalised, kind) WHERE normalised <> '';

CREATE TABLE photo (
    sha256 TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    data BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE person_kind (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    UNIQUE (person_id, kind)
);
CREATE INDEX person_kind_kind ON person_kind (kind, person_id);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE
);
CREATE TABLE person_tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    UNIQUE (person_id, tag_id)
);
CREATE INDEX person_tag_tag ON person_tag (tag_id, person_id);

CREATE TABLE own_field (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'yes_no')),
    position INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE own_field_value (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    own_field_id INTEGER NOT NULL REFERENCES own_field (id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    UNIQUE (person_id, own_field_id)
);
CREATE INDEX own_field_value_field ON own_field_value (own_field_id, value);

CREATE TABLE target_market (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    who TEXT NOT NULL DEFAULT '',
    where_they_gather TEXT NOT NULL DEFAULT '',
    who_is_close TEXT NOT NULL DEFAULT ''
);
CREATE TABLE person_market (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    target_market_id INTEGER NOT NULL REFERENCES target_market (id) ON DELETE CASCADE,
    standing TEXT NOT NULL CHECK (standing IN ('in', 'close')),
    how TEXT NOT NULL DEFAULT '',
    UNIQUE (person_id, target_market_id)
);
CREATE INDEX person_market_market ON person_market (target_market_id, standing, person_id);

CREATE TABLE level_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    from_level INTEGER,
    to_level INTEGER,
    moved_at TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX level_move_person ON level_move (person_id, moved_at);

CREATE TABLE interaction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('met', 'call', 'one_to_one', 'message', 'email', 'event', 'note')),
    happened_at TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    objective TEXT NOT NULL DEFAULT '',
    outcome TEXT CHECK (outcome IS NULL OR outcome IN ('achieved', 'partly', 'not')),
    real_contact INTEGER NOT NULL DEFAULT 1,
    event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX interaction_happened ON interaction (happened_at);
CREATE INDEX interaction_event ON interaction (event_id);
CREATE TABLE interaction_person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interaction_id INTEGER NOT NULL REFERENCES interaction (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    UNIQUE (interaction_id, person_id)
);
CREATE INDEX interaction_person_person ON interaction_person (person_id, interaction_id);

CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
    action TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
    closed_at TEXT,
    reason TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
);
CREATE INDEX follow_up_person ON follow_up (person_id, state, due_on);
CREATE INDEX follow_up_due ON follow_up (state, due_on);
CREATE INDEX follow_up_event ON follow_up (event_id);

-- Events --------------------------------------------------------------------------------------
CREATE TABLE goal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    count INTEGER CHECK (count IS NULL OR count BETWEEN 1 AND 1000),
    reached INTEGER NOT NULL DEFAULT 0,
    follow_up TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX goal_event ON goal (event_id, position);
CREATE TABLE expected_person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL DEFAULT '',
    organisation TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT '',
    give TEXT NOT NULL DEFAULT '',
    ask TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX expected_person_event ON expected_person (event_id, position);
CREATE INDEX expected_person_person ON expected_person (person_id);

CREATE TABLE pitch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    audience TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CHECK (kind IN ('sentence', 'one_minute', 'presentation')),
    how_i_help TEXT NOT NULL DEFAULT '',
    good_at TEXT NOT NULL DEFAULT '',
    different TEXT NOT NULL DEFAULT '',
    ask TEXT NOT NULL DEFAULT '',
    helps_the_room TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    binned_at TEXT
);
CREATE TABLE pitch_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pitch_id INTEGER NOT NULL REFERENCES pitch (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    what_changed TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    UNIQUE (pitch_id, number)
);

-- How one likes it ----------------------------------------------------------------------------
CREATE TABLE saved_filter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE preference (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
);
CREATE TABLE command_use (
    command TEXT PRIMARY KEY,
    times INTEGER NOT NULL,
    last_used_at TEXT NOT NULL
) WITHOUT ROWID;

-- Search --------------------------------------------------------------------------------------
CREATE TABLE search_text (
    person_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    contact TEXT NOT NULL,
    tags TEXT NOT NULL,
    notes TEXT NOT NULL,
    fields TEXT NOT NULL
);
CREATE VIRTUAL TABLE person_search USING fts5 (
    name, organisation, contact, tags, notes, fields,
    content='search_text', content_rowid='person_id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);
CREATE VIRTUAL TABLE interaction_search USING fts5 (
    title, words,
    content='interaction', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
"""
