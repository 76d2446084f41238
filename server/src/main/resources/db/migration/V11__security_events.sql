-- What happened to accounts and settings, for the administrators: who did it to whom, and when. What
-- happens several times in an hour is one row, so that nobody can make the table grow at will.
CREATE TABLE security_event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind      text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    -- Whose account; NULL where it is nobody's, such as a log-in with an unknown address.
    member_id uuid REFERENCES member,
    -- Who did it; NULL where nobody was logged in.
    actor_id  uuid REFERENCES member,
    hour      timestamptz NOT NULL,
    last_at   timestamptz NOT NULL,
    times     integer NOT NULL DEFAULT 1,
    UNIQUE NULLS NOT DISTINCT (kind, member_id, actor_id, hour)
);
CREATE INDEX security_event_latest ON security_event (last_at DESC, id DESC);
CREATE INDEX security_event_member ON security_event (member_id);

-- A link to a new password that an administrator passes on by hand.
ALTER TABLE one_time_token DROP CONSTRAINT one_time_token_purpose_check;
ALTER TABLE one_time_token ADD CONSTRAINT one_time_token_purpose_check CHECK (purpose IN
    ('Setup', 'Invitation', 'Verification', 'Reset', 'ResetByHand', 'PasskeyRegistration',
     'PasskeyLogin', 'PasskeyConfirmation', 'OidcLogin'));
