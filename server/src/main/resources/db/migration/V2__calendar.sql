-- Calendars: the members' feeds, external calendars that block the garden, reminders, mail with dates.

-- A member's private address; the token itself is only in the address.
CREATE TABLE calendar_feed (
    member_id  uuid PRIMARY KEY REFERENCES member,
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL
);

-- The address is sealed: everybody who knows it can read that calendar.
CREATE TABLE external_calendar (
    id              uuid PRIMARY KEY,
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    sealed_url      bytea NOT NULL,
    created_at      timestamptz NOT NULL,
    next_fetch      timestamptz NOT NULL,
    last_fetched_at timestamptz,
    last_error      text,
    last_status     integer
);
CREATE INDEX external_calendar_due ON external_calendar (next_fetch);

-- Nights on which the whole garden is taken, half-open like a stay.
CREATE TABLE blocked_range (
    calendar_id uuid NOT NULL REFERENCES external_calendar ON DELETE CASCADE,
    start_date  date NOT NULL,
    end_date    date NOT NULL CHECK (end_date > start_date),
    name        text NOT NULL,
    PRIMARY KEY (calendar_id, start_date)
);
CREATE INDEX blocked_range_end ON blocked_range (end_date);

-- One row for each reminder that was written: a booking that moves gets another reminder.
CREATE TABLE reminder (
    booking_id uuid NOT NULL REFERENCES booking,
    start_date date NOT NULL,
    PRIMARY KEY (booking_id, start_date)
);

-- Not in the letter: a version of the service without calendars sends the letter alone.
ALTER TABLE outbox ADD COLUMN sealed_calendar bytea;
