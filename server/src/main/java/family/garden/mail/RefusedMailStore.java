package family.garden.mail;

import family.garden.access.Vault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Letters that the mail server refused for good or did not accept for days. They are kept for 30
 * days only, since addresses are personal, and sealed like the letters themselves.
 */
@Singleton
final class RefusedMailStore {
  private static final Duration RETENTION = Duration.ofDays(30);
  private static final int MOST = 100;

  private final Vault vault;
  private final Clock clock;

  RefusedMailStore(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  void add(Handle handle, Mail mail, MailFailure failure) {
    Instant now = clock.instant();
    handle.execute(
        """
        INSERT INTO refused_mail (sealed_address, sealed_subject, refused_at, reply_code)
        VALUES (?, ?, ?, ?)
        """,
        vault.seal(mail.to()),
        vault.seal(mail.subject()),
        now,
        failure.replyCode());
    handle.execute(
        """
        DELETE FROM refused_mail WHERE refused_at < ?
            OR id NOT IN (SELECT id FROM refused_mail ORDER BY id DESC LIMIT ?)
        """,
        now.minus(RETENTION),
        MOST);
  }

  /** Latest first; without those that were sealed under another secret. */
  List<RefusedMail> all(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT sealed_address, sealed_subject, refused_at, reply_code FROM refused_mail
            WHERE refused_at >= :oldest ORDER BY id DESC LIMIT :most
            """)
        .bind("oldest", clock.instant().minus(RETENTION))
        .bind("most", MOST)
        .map(
            (row, context) ->
                new RefusedMail(
                    open(row.getBytes("sealed_address")),
                    open(row.getBytes("sealed_subject")),
                    row.getTimestamp("refused_at").toInstant(),
                    row.getObject("reply_code", Integer.class)))
        .stream()
        .filter(refused -> !refused.address().isEmpty())
        .toList();
  }

  private String open(byte[] sealed) {
    return vault.openIfOurs(sealed).orElse("");
  }

  /** Forgets what was refused, once an administrator has seen it. */
  void clear(Handle handle) {
    handle.execute("DELETE FROM refused_mail");
  }
}
