"""Relationships that deepen: the ledger, introductions, one-to-ones, groups with their audit, who knows whom."""

SQL = """
-- Levels and people ---------------------------------------------------------------------------
-- Codes of method.evidence, parted by commas; with evidence_any one of them is enough.
ALTER TABLE level ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE level ADD COLUMN evidence_any INTEGER NOT NULL DEFAULT 0;
UPDATE level SET evidence = 'met_twice,follow_up', evidence_any = 1 WHERE id = 1;
UPDATE level SET evidence = 'one_to_one' WHERE id = 2;
UPDATE level SET evidence = 'give,receive,made_together' WHERE id = 3;
UPDATE level SET evidence = 'referral_given,referral_received' WHERE id = 4;

ALTER TABLE person ADD COLUMN accomplishments TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN interests TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN networks TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN skills TEXT NOT NULL DEFAULT '';
-- Until this day nobody is told that they are going cold.
ALTER TABLE person ADD COLUMN snoozed_until TEXT;
-- Derived by triggers, never written by hand and outside the history:
ALTER TABLE person ADD COLUMN one_to_ones_held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN made_together INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN gives INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN receives INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN referrals_given INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN referrals_received INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN last_give_on TEXT;

DROP INDEX person_cold;
DROP INDEX person_own_rhythm;
-- By level and the day the rhythm counts from; who has an open follow-up has a plan already.
CREATE INDEX person_cold ON person (
    level,
    coalesce(last_contact_on,
        max(CASE WHEN length(met_on) = 10 THEN met_on ELSE '' END, substr(created_at, 1, 10))),
    snoozed_until)
    WHERE level IS NOT NULL AND rhythm_days IS NULL AND next_follow_up_on IS NULL
        AND archived_at IS NULL AND binned_at IS NULL;
CREATE INDEX person_own_rhythm ON person (
    coalesce(level, 0), rhythm_days,
    coalesce(last_contact_on,
        max(CASE WHEN length(met_on) = 10 THEN met_on ELSE '' END, substr(created_at, 1, 10))),
    snoozed_until)
    WHERE rhythm_days IS NOT NULL AND next_follow_up_on IS NULL
        AND archived_at IS NULL AND binned_at IS NULL;
-- Who is ready to move up, from the index alone.
CREATE INDEX person_evidence ON person (
    level, met_days, follow_ups_done, one_to_ones_achieved, one_to_ones_held, gives, receives, made_together,
    referrals_given, referrals_received)
    WHERE level IS NOT NULL AND archived_at IS NULL AND binned_at IS NULL;
-- Whom have I not helped yet: those who helped me, and those who are close.
CREATE INDEX person_receives ON person (gives, receives, level)
    WHERE receives > 0 AND archived_at IS NULL AND binned_at IS NULL;
CREATE INDEX person_last_give ON person (level, last_give_on)
    WHERE level >= 3 AND archived_at IS NULL AND binned_at IS NULL;
-- Who looks for somebody: the least helped first, of these who gave most, then who is closest.
CREATE INDEX person_wishes ON person (gives, receives DESC, level DESC)
    WHERE (ideal_client <> '' OR good_introduction <> '') AND archived_at IS NULL AND binned_at IS NULL;

-- Something we made together, in a line; '' for a talk in which nothing was made.
ALTER TABLE interaction ADD COLUMN made_together TEXT NOT NULL DEFAULT '';

-- Groups --------------------------------------------------------------------------------------
CREATE TABLE networking_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    -- How often it meets: week, two_weeks, month, month_weekday; '' when it is not known.
    meets_every TEXT NOT NULL DEFAULT '',
    -- Monday is 0.
    meets_on INTEGER CHECK (meets_on IS NULL OR meets_on BETWEEN 0 AND 6),
    meets_at TEXT,
    minutes INTEGER NOT NULL DEFAULT 90 CHECK (minutes BETWEEN 1 AND 1440),
    fee REAL CHECK (fee IS NULL OR fee >= 0),
    fee_per TEXT NOT NULL DEFAULT 'year' CHECK (fee_per IN ('year', 'month', 'meeting')),
    currency TEXT NOT NULL DEFAULT '',
    since TEXT,
    left_on TEXT,
    note TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    binned_at TEXT
);
ALTER TABLE event ADD COLUMN group_id INTEGER REFERENCES networking_group (id) ON DELETE SET NULL;
CREATE INDEX event_group ON event (group_id, starts_at) WHERE group_id IS NOT NULL;
CREATE TABLE member (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id INTEGER NOT NULL REFERENCES networking_group (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    joined_on TEXT,
    left_on TEXT,
    role TEXT NOT NULL DEFAULT '',
    learned TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    UNIQUE (group_id, person_id)
);
CREATE INDEX member_person ON member (person_id, group_id);
-- An answer given by hand; it beats what the record says.
CREATE TABLE audit_mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    mark TEXT NOT NULL CHECK (mark IN ('know', 'one_to_one', 'used', 'i_referred', 'they_referred')),
    answer INTEGER NOT NULL CHECK (answer IN (0, 1)),
    UNIQUE (member_id, mark)
);

-- One-to-ones ---------------------------------------------------------------------------------
-- A plan; once it is held, interaction_id is the talk with its outcome and what I learned.
CREATE TABLE one_to_one (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    objective TEXT NOT NULL DEFAULT '',
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL DEFAULT 60 CHECK (minutes BETWEEN 1 AND 1440),
    zone TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    remind_minutes INTEGER CHECK (remind_minutes IS NULL OR remind_minutes BETWEEN 0 AND 40320),
    first_question TEXT NOT NULL DEFAULT '',
    second_question TEXT NOT NULL DEFAULT '',
    interaction_id INTEGER REFERENCES interaction (id) ON DELETE SET NULL,
    called_off_at TEXT,
    reason TEXT NOT NULL DEFAULT '',
    event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
    group_id INTEGER REFERENCES networking_group (id) ON DELETE SET NULL,
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX one_to_one_person ON one_to_one (person_id, starts_at);
CREATE INDEX one_to_one_planned ON one_to_one (starts_at) WHERE interaction_id IS NULL AND called_off_at IS NULL;
CREATE INDEX one_to_one_interaction ON one_to_one (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX one_to_one_event ON one_to_one (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX one_to_one_group ON one_to_one (group_id) WHERE group_id IS NOT NULL;

-- Introductions -------------------------------------------------------------------------------
-- Made for person_id, to other_id.
CREATE TABLE introduction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    why TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'made', 'met', 'business', 'nothing')),
    made_on TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    outcome_on TEXT,
    created_at TEXT NOT NULL,
    CHECK (person_id <> other_id)
);
CREATE INDEX introduction_person ON introduction (person_id, state);
CREATE INDEX introduction_other ON introduction (other_id, state);
CREATE INDEX introduction_made ON introduction (made_on) WHERE made_on IS NOT NULL;
CREATE TABLE fit_refusal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    refused_at TEXT NOT NULL,
    UNIQUE (person_id, other_id)
);
CREATE INDEX fit_refusal_other ON fit_refusal (other_id);

-- The ledger ----------------------------------------------------------------------------------
-- A give and a receive are done; a promise kept counts as a give, an ask that was answered as a receive.
CREATE TABLE ledger_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('give', 'receive', 'promise', 'ask')),
    way TEXT NOT NULL DEFAULT 'other' CHECK (way IN
        ('introduction', 'referral', 'bought', 'testimonial', 'advice', 'promoted', 'other')),
    words TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    happened_on TEXT NOT NULL,
    due_on TEXT,
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('open', 'done', 'dropped')),
    closed_on TEXT,
    reason TEXT NOT NULL DEFAULT '',
    introduction_id INTEGER REFERENCES introduction (id) ON DELETE SET NULL,
    interaction_id INTEGER REFERENCES interaction (id) ON DELETE SET NULL,
    event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
    group_id INTEGER REFERENCES networking_group (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    CHECK (kind IN ('promise', 'ask') OR state = 'done'),
    CHECK (kind <> 'promise' OR due_on IS NOT NULL)
);
CREATE INDEX ledger_entry_person ON ledger_entry (person_id, state, kind);
CREATE INDEX ledger_entry_open ON ledger_entry (kind, due_on) WHERE state = 'open';
CREATE INDEX ledger_entry_counted ON ledger_entry (coalesce(closed_on, happened_on), kind, way)
    WHERE state = 'done';
CREATE INDEX ledger_entry_introduction ON ledger_entry (introduction_id) WHERE introduction_id IS NOT NULL;
CREATE INDEX ledger_entry_interaction ON ledger_entry (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX ledger_entry_event ON ledger_entry (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX ledger_entry_group ON ledger_entry (group_id) WHERE group_id IS NOT NULL;

-- Who knows whom ------------------------------------------------------------------------------
-- "person_id is … other_id": read the other way round by the inverse name.
CREATE TABLE relation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('knows', 'introduced_by', 'works_with', 'client_of', 'partner', 'own')),
    words TEXT NOT NULL DEFAULT '',
    inverse TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    UNIQUE (person_id, other_id, kind, words),
    CHECK (person_id <> other_id)
);
CREATE INDEX relation_other ON relation (other_id, person_id);

-- Search: what people offer apart from what they look for --------------------------------------
DROP TABLE person_search;
DROP TABLE search_text;
CREATE TABLE search_text (
    person_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    contact TEXT NOT NULL,
    tags TEXT NOT NULL,
    notes TEXT NOT NULL,
    wishes TEXT NOT NULL,
    fields TEXT NOT NULL,
    markets TEXT NOT NULL
);
CREATE VIRTUAL TABLE person_search USING fts5 (
    name, organisation, contact, tags, notes, wishes, fields,
    content='search_text', content_rowid='person_id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);
-- By the stems of words, for who fits whom: what somebody is and has, and what I learned about them.
CREATE VIRTUAL TABLE offer_search USING fts5 (
    organisation, tags, notes, markets,
    content='search_text', content_rowid='person_id',
    tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE learned_search USING fts5 (
    title, words,
    content='interaction', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2'
);
"""
