"""Where business comes from: wins with their thanks, exchange rates, and time spent on networking."""

SQL = """
-- Wins ----------------------------------------------------------------------------------------
CREATE TABLE win (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    -- As it is written; client_id when the client is somebody I know, or their organisation is.
    client TEXT NOT NULL DEFAULT '',
    client_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    won_on TEXT NOT NULL,
    -- NULL: not known, or nobody's business.
    value REAL CHECK (value IS NULL OR value BETWEEN 0 AND 1e12),
    currency TEXT NOT NULL DEFAULT '',
    -- NULL: not said yet.
    source TEXT CHECK (source IS NULL OR source IN
        ('referral', 'network_referral', 'self_referral', 'marketing', 'reputation')),
    -- How they heard of me where it was through nobody I could name: "web search".
    how TEXT NOT NULL DEFAULT '',
    event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
    group_id INTEGER REFERENCES networking_group (id) ON DELETE SET NULL,
    note TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    binned_at TEXT
);
CREATE INDEX win_won ON win (won_on, id) WHERE binned_at IS NULL;
CREATE INDEX win_client ON win (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX win_event ON win (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX win_group ON win (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX win_binned ON win (binned_at) WHERE binned_at IS NOT NULL;

-- Whom to thank. Rows of one chain, by step, are people one after the other: who began it comes first, who sent
-- the client last. Of the win each row has weight / (the sum of the win's weights): shares sum to one. The name is
-- kept for the day the person is gone.
CREATE TABLE win_thanks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    win_id INTEGER NOT NULL REFERENCES win (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    chain INTEGER NOT NULL DEFAULT 0,
    step INTEGER NOT NULL DEFAULT 0,
    weight REAL NOT NULL DEFAULT 1 CHECK (weight > 0)
);
CREATE INDEX win_thanks_win ON win_thanks (win_id, chain, step);
CREATE INDEX win_thanks_person ON win_thanks (person_id, win_id) WHERE person_id IS NOT NULL;
ALTER TABLE follow_up ADD COLUMN win_id INTEGER REFERENCES win (id) ON DELETE SET NULL;
CREATE INDEX follow_up_win ON follow_up (win_id) WHERE win_id IS NOT NULL;

-- One of ``currency`` is ``rate`` of ``own``, as the person entered it; none is ever fetched.
CREATE TABLE currency_rate (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    currency TEXT NOT NULL,
    own TEXT NOT NULL,
    rate REAL NOT NULL CHECK (rate > 0),
    set_on TEXT NOT NULL,
    UNIQUE (currency, own)
);

-- Time spent on networking beside events and one-to-ones ----------------------------------------
CREATE TABLE logged_time (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    activity TEXT NOT NULL CHECK (activity IN
        ('events', 'one_to_ones', 'follow_up', 'contact_management', 'community')),
    spent_on TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    words TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
);
CREATE INDEX logged_time_spent ON logged_time (spent_on, activity, minutes);

-- Evidence of level 4: derived by triggers, never written by hand and outside the history -------
-- wins_given: introductions made for them that became business; wins_received: wins to thank them for.
ALTER TABLE person ADD COLUMN wins_given INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN wins_received INTEGER NOT NULL DEFAULT 0;
DROP INDEX person_evidence;
CREATE INDEX person_evidence ON person (
    level, met_days, follow_ups_done, one_to_ones_achieved, one_to_ones_held, gives, receives, made_together,
    referrals_given, referrals_received, wins_given, wins_received)
    WHERE level IS NOT NULL AND archived_at IS NULL AND binned_at IS NULL;
-- Whom I helped in some days, from the index alone.
DROP INDEX ledger_entry_counted;
CREATE INDEX ledger_entry_counted ON ledger_entry (coalesce(closed_on, happened_on), kind, way, person_id)
    WHERE state = 'done';
-- Those I have a win to thank for, and whom of them I have not helped yet.
CREATE INDEX person_brought ON person (gives, wins_received, receives)
    WHERE wins_received > 0 AND archived_at IS NULL AND binned_at IS NULL;
-- People at each level, month by month, from the indexes alone: from the moves, and, of those who have none, from the
-- day their level stands since.
CREATE INDEX person_stands ON person (level_since, level)
    WHERE level IS NOT NULL AND archived_at IS NULL AND binned_at IS NULL;
CREATE INDEX level_move_moved ON level_move (moved_at, person_id, from_level, to_level);
"""
