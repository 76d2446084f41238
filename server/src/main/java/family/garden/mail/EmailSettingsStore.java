package family.garden.mail;

import family.garden.access.Vault;
import family.garden.mail.EmailSettings.Security;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The e-mail settings in the database; the password is stored sealed. */
@Singleton
final class EmailSettingsStore {
  /**
   * The settings together with the password, for sending.
   *
   * @param password null where there is none, or where it was sealed under another secret: then an
   *     administrator must enter it again
   */
  record Unsealed(EmailSettings settings, @Nullable String password) {}

  private final Vault vault;

  EmailSettingsStore(Vault vault) {
    this.vault = vault;
  }

  Optional<Unsealed> read(Handle handle) {
    return read(handle, "");
  }

  /**
   * Like {@link #read(Handle)}, and nobody else changes the settings until the transaction ends.
   */
  Optional<Unsealed> readForUpdate(Handle handle) {
    return read(handle, " FOR UPDATE");
  }

  private Optional<Unsealed> read(Handle handle, String lock) {
    return handle
        .createQuery(
            """
            SELECT host, port, username, sealed_password, sender, security, enabled
            FROM email_settings
            """
                + lock)
        .map(
            (row, context) -> {
              byte[] sealed = row.getBytes("sealed_password");
              String password = sealed == null ? null : vault.openIfOurs(sealed).orElse(null);
              return new Unsealed(
                  new EmailSettings(
                      row.getString("host"),
                      row.getInt("port"),
                      row.getString("username"),
                      password != null,
                      row.getString("sender"),
                      Security.valueOf(row.getString("security")),
                      row.getBoolean("enabled")),
                  password);
            })
        .findOne();
  }

  /** The address that letters come from; empty where none are sent. */
  Optional<String> sender(Handle handle) {
    return handle
        .createQuery("SELECT sender FROM email_settings WHERE enabled")
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Writes them.
   *
   * @param password null keeps the stored one, unless there is no user any more
   */
  void write(Handle handle, EmailSettings settings, @Nullable String password) {
    handle
        .createUpdate(
            """
            INSERT INTO email_settings AS s
                (host, port, username, sealed_password, sender, security, enabled)
            VALUES (:host, :port, :username, :sealed, :sender, :security, :enabled)
            ON CONFLICT (only_row) DO UPDATE SET
                host = excluded.host, port = excluded.port, username = excluded.username,
                sealed_password = CASE WHEN excluded.username IS NOT NULL
                    THEN coalesce(excluded.sealed_password, s.sealed_password) END,
                sender = excluded.sender, security = excluded.security,
                enabled = excluded.enabled
            """)
        .bind("host", settings.host())
        .bind("port", settings.port())
        .bind("username", settings.username())
        .bind("sealed", password == null ? null : vault.seal(password))
        .bind("sender", settings.from())
        .bind("security", settings.security().name())
        .bind("enabled", settings.enabled())
        .execute();
  }
}
