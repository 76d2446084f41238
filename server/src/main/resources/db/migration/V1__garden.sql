-- The garden's books. Dates are nights, half-open [start_date, end_date); times are UTC instants.

CREATE TABLE member (
    id                uuid PRIMARY KEY,
    -- Kept in lower case by the server; NULL once the account is erased.
    email             text UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
    first_name        text NOT NULL CHECK (length(first_name) <= 100),
    last_name         text NOT NULL CHECK (length(last_name) <= 100),
    password_hash     text,
    role              text NOT NULL CHECK (role IN ('Member', 'Administrator')),
    status            text NOT NULL CHECK (status IN
                          ('Invited', 'Unverified', 'Pending', 'Active', 'Rejected', 'Revoked', 'Erased')),
    rejection_reason  text CHECK (length(rejection_reason) <= 500),
    language          text NOT NULL DEFAULT 'de' CHECK (language IN ('de', 'en')),
    shown_as_occupied boolean NOT NULL DEFAULT false,
    created_at        timestamptz NOT NULL
);

CREATE TABLE session (
    id         uuid PRIMARY KEY,
    member_id  uuid NOT NULL REFERENCES member,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX session_member ON session (member_id);
CREATE INDEX session_expiry ON session (expires_at);

-- Set-up links, invitations, verifications and resets: the token itself is only in the mail or link.
CREATE TABLE one_time_token (
    token_hash bytea PRIMARY KEY,
    purpose    text NOT NULL CHECK (purpose IN ('Setup', 'Invitation', 'Verification', 'Reset')),
    member_id  uuid REFERENCES member,
    expires_at timestamptz NOT NULL
);
CREATE INDEX one_time_token_member ON one_time_token (member_id);

-- Counts that may be lost in a crash, so they are spared the write-ahead log.
CREATE UNLOGGED TABLE rate_limit (
    scope       text NOT NULL,
    subject     bytea NOT NULL,
    window_ends timestamptz NOT NULL,
    attempts    integer NOT NULL,
    PRIMARY KEY (scope, subject)
);

CREATE TABLE accommodation (
    id                uuid PRIMARY KEY,
    name              text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    type              text NOT NULL CHECK (type IN ('Room', 'Tent', 'Camper', 'Other')),
    max_capacity      integer NOT NULL CHECK (max_capacity BETWEEN 1 AND 100),
    description       text CHECK (length(description) <= 500),
    is_active         boolean NOT NULL DEFAULT true,
    version           integer NOT NULL DEFAULT 1,
    -- Drawn anew with every change of a free bed here. The sum over all rows is the version that
    -- answers are cached under.
    occupancy_version bigint NOT NULL DEFAULT random(1, 9223372036854775807),
    created_at        timestamptz NOT NULL
);

CREATE TABLE booking (
    id         uuid PRIMARY KEY,
    member_id  uuid NOT NULL REFERENCES member,
    start_date date NOT NULL,
    end_date   date NOT NULL,
    notes      text CHECK (length(notes) <= 500),
    status     text NOT NULL CHECK (status IN ('Pending', 'Accepted', 'Rejected', 'Cancelled')),
    version    integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    -- Occupancy queries rely on the longest stay: they look 30 nights back and no further.
    CONSTRAINT booking_nights CHECK (end_date - start_date BETWEEN 1 AND 30)
);
CREATE INDEX booking_occupying ON booking (start_date) WHERE status IN ('Pending', 'Accepted');
CREATE INDEX booking_member ON booking (member_id, start_date DESC);
CREATE INDEX booking_start ON booking (start_date DESC, id);

CREATE TABLE booking_item (
    booking_id       uuid NOT NULL REFERENCES booking,
    accommodation_id uuid NOT NULL REFERENCES accommodation,
    person_count     integer NOT NULL CHECK (person_count BETWEEN 1 AND 20),
    PRIMARY KEY (booking_id, accommodation_id)
);

CREATE TABLE booking_event (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    booking_id uuid NOT NULL REFERENCES booking,
    at         timestamptz NOT NULL,
    actor_id   uuid NOT NULL REFERENCES member,
    kind       text NOT NULL CHECK (kind IN ('Created', 'Changed', 'Cancelled', 'Accepted', 'Rejected')),
    reason     text CHECK (length(reason) <= 500),
    changes    jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX booking_event_booking ON booking_event (booking_id, id);

CREATE TABLE idempotency_key (
    member_id  uuid NOT NULL REFERENCES member,
    key        text NOT NULL CHECK (length(key) <= 100),
    body_hash  bytea NOT NULL,
    booking_id uuid NOT NULL REFERENCES booking DEFERRABLE INITIALLY DEFERRED,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (member_id, key)
);

-- Mail waiting to be sent. The text is sealed: it may carry a one-time link.
CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id   uuid NOT NULL UNIQUE,
    sealed_mail  bytea NOT NULL,
    created_at   timestamptz NOT NULL,
    next_attempt timestamptz NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    last_error   text
);
CREATE INDEX outbox_due ON outbox (next_attempt);

-- One row at the most: how the garden sends mail.
CREATE TABLE email_settings (
    only_row        boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    host            text NOT NULL,
    port            integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
    username        text,
    sealed_password bytea,
    sender          text NOT NULL,
    security        text NOT NULL CHECK (security IN ('None', 'StartTls', 'Tls')),
    enabled         boolean NOT NULL
);
