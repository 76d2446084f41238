-- The service claims a letter before it sends it, so that it holds no lock while it talks to the mail
-- server. While a letter is claimed, next_attempt is the end of the claim, so that older versions of
-- the service skip the letter too.
ALTER TABLE outbox ADD COLUMN claimed_until timestamptz;

-- Whom an answer goes to. Not in the letter, so that older versions of the service can read that.
ALTER TABLE outbox ADD COLUMN sealed_reply_to bytea;

-- Letters that the mail server refused for good, for the administrators to see.
CREATE TABLE refused_mail (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sealed_address bytea NOT NULL,
    sealed_subject bytea NOT NULL,
    refused_at     timestamptz NOT NULL,
    -- What the mail server answered (RFC 5321); NULL where it did not answer.
    reply_code     integer
);
CREATE INDEX refused_mail_age ON refused_mail (refused_at);
