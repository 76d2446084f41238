-- Which passkey opened a session: it ends with the passkey. Programs of version 6 leave it empty.
ALTER TABLE session ADD COLUMN passkey_id uuid REFERENCES passkey ON DELETE CASCADE;
CREATE INDEX session_passkey ON session (passkey_id) WHERE passkey_id IS NOT NULL;
