-- A letter is claimed before it is sent, so that no lock is held while the mail server talks. While
-- claimed, next_attempt is the end of the claim too: older programs skip the letter all the same.
ALTER TABLE outbox ADD COLUMN claimed_until timestamptz;

-- Whom an answer goes to. Beside the letter and not in it, for older programs to read the letter.
ALTER TABLE outbox ADD COLUMN sealed_reply_to bytea;

-- Letters that the mail server refused for good, for the administrators to see.
CREATE TABLE refused_mail (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sealed_address bytea NOT NULL,
    sealed_subject bytea NOT NULL,
    refused_at     timestamptz NOT NULL,
    -- What the mail server answered (RFC 5321); NULL where it was not asked.
    reply_code     integer
);
CREATE INDEX refused_mail_age ON refused_mail (refused_at);
