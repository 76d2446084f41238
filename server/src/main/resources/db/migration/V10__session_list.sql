-- What a member sees of each session, and when it was last used. An older program fills none of it:
-- its sessions count as used when they begin.
ALTER TABLE session
    ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now(),
    -- As far as the browser tells; the server keeps no more of what it says.
    ADD COLUMN browser text CHECK (length(browser) <= 40),
    ADD COLUMN system text CHECK (length(system) <= 40),
    -- When the member last showed, in the middle of the session, that it is them.
    ADD COLUMN confirmed_at timestamptz,
    -- Whether a passkey opened or confirmed it. That passkey may be gone since, and passkey_id empty.
    ADD COLUMN by_passkey boolean NOT NULL DEFAULT false;
UPDATE session SET by_passkey = true WHERE passkey_id IS NOT NULL;

-- What administrators decided about log-ins: one row. Programs of version 9 and older do not ask it.
CREATE TABLE access_policy (
    one                        boolean PRIMARY KEY DEFAULT true CHECK (one),
    administrators_need_passkey boolean NOT NULL DEFAULT false
);
INSERT INTO access_policy DEFAULT VALUES;

ALTER TABLE one_time_token DROP CONSTRAINT one_time_token_purpose_check;
ALTER TABLE one_time_token ADD CONSTRAINT one_time_token_purpose_check CHECK (purpose IN
    ('Setup', 'Invitation', 'Verification', 'Reset', 'PasskeyRegistration', 'PasskeyLogin',
     'PasskeyConfirmation', 'OidcLogin'));
