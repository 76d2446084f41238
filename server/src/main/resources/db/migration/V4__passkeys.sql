-- Other ways in than a password: passkeys, and accounts at an OpenID Connect provider.

-- Whether the person has shown that the e-mail address is theirs, or an administrator answers for it.
-- Unknown of those who were here before; see docs/decisions/0011.
ALTER TABLE member ADD COLUMN email_proven boolean NOT NULL DEFAULT false;

CREATE TABLE passkey (
    id              uuid PRIMARY KEY,
    member_id       uuid NOT NULL REFERENCES member,
    credential_id   bytea NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
    user_handle     bytea NOT NULL CHECK (length(user_handle) BETWEEN 1 AND 64),
    -- The public key and what belongs to it (WebAuthn, section 6.5.1): nothing of it is secret.
    attested        bytea NOT NULL,
    sign_count      bigint NOT NULL,
    backup_eligible boolean NOT NULL,
    name            text NOT NULL CHECK (length(name) <= 100),
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz
);
CREATE INDEX passkey_member ON passkey (member_id);

CREATE TABLE oidc_identity (
    issuer    text NOT NULL CHECK (length(issuer) <= 500),
    subject   text NOT NULL CHECK (length(subject) <= 255),
    member_id uuid NOT NULL REFERENCES member,
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (member_id, issuer)
);

ALTER TABLE one_time_token DROP CONSTRAINT one_time_token_purpose_check;
ALTER TABLE one_time_token ADD CONSTRAINT one_time_token_purpose_check CHECK (purpose IN
    ('Setup', 'Invitation', 'Verification', 'Reset', 'PasskeyRegistration', 'PasskeyLogin',
     'OidcLogin'));
