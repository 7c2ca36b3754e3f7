"""After an event: cards with their plans, reactions to pitches, and what the event was worth."""

SQL = """
-- The debrief ---------------------------------------------------------------------------------
ALTER TABLE event ADD COLUMN stars REAL CHECK (stars IS NULL OR stars BETWEEN 0 AND 5);
ALTER TABLE event ADD COLUMN hours REAL CHECK (hours IS NULL OR hours BETWEEN 0 AND 1000);
-- As counted by hand; NULL: as many as there are cards.
ALTER TABLE event ADD COLUMN people_met INTEGER CHECK (people_met IS NULL OR people_met BETWEEN 0 AND 1000);
ALTER TABLE event ADD COLUMN people_new INTEGER CHECK (people_new IS NULL OR people_new BETWEEN 0 AND 1000);
ALTER TABLE event ADD COLUMN learned TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN change_next TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN debriefed_at TEXT;
CREATE INDEX event_debrief ON event (starts_at) WHERE debriefed_at IS NULL AND binned_at IS NULL;

-- Cards ---------------------------------------------------------------------------------------
CREATE TABLE card (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL DEFAULT '',
    solid INTEGER NOT NULL DEFAULT 0,
    learned INTEGER NOT NULL DEFAULT 0,
    was_new INTEGER NOT NULL DEFAULT 1,
    received_at TEXT NOT NULL,
    let_go_at TEXT,
    let_go_reason TEXT NOT NULL DEFAULT '',
    photo TEXT,
    created_at TEXT NOT NULL,
    -- Derived by triggers, never written by hand and outside the history:
    state TEXT NOT NULL DEFAULT 'no_plan',
    due_on TEXT,
    done_at TEXT,
    UNIQUE (event_id, person_id)
);
CREATE INDEX card_person ON card (person_id, state);
CREATE INDEX card_state ON card (state, received_at);
CREATE INDEX card_received ON card (received_at);
CREATE INDEX card_photo ON card (photo) WHERE photo IS NOT NULL;
ALTER TABLE follow_up ADD COLUMN card_id INTEGER REFERENCES card (id) ON DELETE SET NULL;
ALTER TABLE follow_up ADD COLUMN due_time TEXT;
ALTER TABLE follow_up ADD COLUMN moved INTEGER NOT NULL DEFAULT 0;
CREATE INDEX follow_up_card ON follow_up (card_id) WHERE card_id IS NOT NULL;
CREATE INDEX follow_up_closed ON follow_up (closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE plan_template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    action TEXT NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 366),
    position INTEGER NOT NULL DEFAULT 0
);
INSERT INTO plan_template (name, action, days, position) VALUES
    ('Thank-you', 'Say thank you to {name}', 1, 0),
    ('Coffee', 'Have a coffee with {name}', 7, 1),
    ('Something useful', 'Send {name} something useful', 30, 2);

-- Pitches -------------------------------------------------------------------------------------
CREATE TABLE reaction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
    pitch_version_id INTEGER NOT NULL REFERENCES pitch_version (id) ON DELETE CASCADE,
    asked_more INTEGER NOT NULL DEFAULT 0 CHECK (asked_more BETWEEN 0 AND 1000),
    polite INTEGER NOT NULL DEFAULT 0 CHECK (polite BETWEEN 0 AND 1000),
    blank INTEGER NOT NULL DEFAULT 0 CHECK (blank BETWEEN 0 AND 1000),
    UNIQUE (event_id, pitch_version_id)
);
CREATE INDEX reaction_version ON reaction (pitch_version_id);
CREATE TABLE rehearsal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pitch_version_id INTEGER NOT NULL REFERENCES pitch_version (id) ON DELETE CASCADE,
    seconds INTEGER NOT NULL CHECK (seconds BETWEEN 0 AND 86400),
    made_at TEXT NOT NULL
);
CREATE INDEX rehearsal_version ON rehearsal (pitch_version_id, made_at);

-- What Today asks, read from an index alone ----------------------------------------------------
CREATE INDEX interaction_one_to_one ON interaction (happened_at) WHERE kind = 'one_to_one';
-- By level and the day the rhythm counts from; who has an open follow-up has a plan already.
CREATE INDEX person_cold ON person (
    level,
    coalesce(last_contact_on,
        max(CASE WHEN length(met_on) = 10 THEN met_on ELSE '' END, substr(created_at, 1, 10))))
    WHERE level IS NOT NULL AND rhythm_days IS NULL AND next_follow_up_on IS NULL
        AND archived_at IS NULL AND binned_at IS NULL;
CREATE INDEX person_own_rhythm ON person (
    coalesce(level, 0), rhythm_days,
    coalesce(last_contact_on,
        max(CASE WHEN length(met_on) = 10 THEN met_on ELSE '' END, substr(created_at, 1, 10))))
    WHERE rhythm_days IS NOT NULL AND next_follow_up_on IS NULL
        AND archived_at IS NULL AND binned_at IS NULL;
"""
