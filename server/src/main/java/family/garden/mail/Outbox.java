package family.garden.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import family.garden.access.Vault;
import family.garden.member.Letterbox;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Letters that wait in the database. One is written in the transaction of what it tells about, so
 * that there is a letter exactly if it happened.
 */
@Singleton
final class Outbox implements Letterbox {
  /** Longer than a letter takes to send, so that no other copy sends it meanwhile. */
  static final Duration CLAIM = Smtp.LONGEST.multipliedBy(2);

  /** RFC 5321, section 4.5.4.1, asks for four to five days. */
  static final Duration GIVE_UP_AFTER = Duration.ofDays(5);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  /**
   * What an old letter is tried at least before it is given up, which takes more than an hour: one
   * may have waited for days while the garden sent no letters.
   */
  private static final int ENOUGH_ATTEMPTS = 10;

  /**
   * More than are made in {@link #GIVE_UP_AFTER}: for letters written while the clock was ahead.
   */
  private static final int MOST_ATTEMPTS = 300;

  private final EmailSettingsStore settings;
  private final Vault vault;
  private final ObjectMapper json;
  private final Clock clock;

  Outbox(EmailSettingsStore settings, Vault vault, ObjectMapper json, Clock clock) {
    this.settings = settings;
    this.vault = vault;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A letter that this copy of the service alone may send, until {@code claimedUntil}.
   *
   * @param messageId the same at every attempt, so that a letter delivered twice shows as one
   * @param mail empty where it was sealed under another secret and cannot be read any more
   * @param isLastAttempt whether it is given up if it fails now
   */
  record Claimed(
      long id, UUID messageId, Optional<Mail> mail, Instant claimedUntil, boolean isLastAttempt) {}

  /**
   * @param oldest when the longest waiting letter was written; empty where none waits
   */
  record State(long waiting, Optional<Instant> oldest) {}

  /** Whether letters are sent at all; where they are not, none need be written. */
  @Override
  public boolean isOpen(Handle handle) {
    return sender(handle).isPresent();
  }

  /** The address that letters come from; empty where none are sent. */
  Optional<String> sender(Handle handle) {
    return settings.sender(handle);
  }

  void add(Handle handle, Mail mail) {
    Instant now = clock.instant();
    handle.execute(
        """
        INSERT INTO outbox (message_id, sealed_mail, sealed_calendar, sealed_reply_to,
                            created_at, next_attempt)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID(),
        vault.seal(write(mail)),
        mail.calendar() == null ? null : vault.seal(mail.calendar().written()),
        mail.replyTo() == null ? null : vault.seal(mail.replyTo()),
        now,
        now);
  }

  /**
   * The next letter that is due, to be sent once this transaction has ended: no lock is held while
   * the mail server talks. A claim whose holder has died ends by itself. A letter that is put off
   * for longer than any was put off while the clock was ahead.
   */
  Optional<Claimed> claim(Handle handle) {
    Instant now = clock.instant();
    Instant until = now.plus(CLAIM).truncatedTo(ChronoUnit.MICROS);
    return handle
        .createQuery(
            """
            UPDATE outbox SET claimed_until = :until, next_attempt = :until WHERE id = (
                SELECT id FROM outbox
                WHERE next_attempt <= :now OR next_attempt > :latest ORDER BY next_attempt, id
                LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, message_id, sealed_mail, sealed_calendar, sealed_reply_to,
                (created_at <= :old AND attempts >= :enough OR attempts >= :most)
                    AS is_last_attempt
            """)
        .bind("now", now)
        .bind("until", until)
        .bind("old", now.minus(GIVE_UP_AFTER))
        .bind("enough", ENOUGH_ATTEMPTS)
        .bind("most", MOST_ATTEMPTS)
        .bind("latest", now.plus(LONGEST_PAUSE.multipliedBy(2)))
        .map(
            (row, context) ->
                new Claimed(
                    row.getLong("id"),
                    row.getObject("message_id", UUID.class),
                    mail(row),
                    until,
                    row.getBoolean("is_last_attempt")))
        .findOne();
  }

  /** Takes the letter out: the mail server has it, or will never take it. */
  void end(Handle handle, Claimed letter) {
    handle.execute("DELETE FROM outbox WHERE id = ?", letter.id());
  }

  /**
   * Waits longer after each failure: 5 s, 10 s, 20 s … half an hour. Where the claim ended
   * meanwhile, another copy of the service has the letter.
   */
  void failed(Handle handle, Claimed letter, String why) {
    handle
        .createUpdate(
            """
            UPDATE outbox SET claimed_until = NULL, attempts = attempts + 1, last_error = :why,
                next_attempt = CAST(:now AS timestamptz)
                    + least(:first * power(2, least(attempts, 20)), :longest) * interval '1 second'
            WHERE id = :id AND claimed_until = :until
            """)
        .bind("why", why)
        .bind("now", clock.instant())
        .bind("first", FIRST_PAUSE.toSeconds())
        .bind("longest", LONGEST_PAUSE.toSeconds())
        .bind("id", letter.id())
        .bind("until", letter.claimedUntil())
        .execute();
  }

  /**
   * After a change of settings every letter is worth another attempt at once; one that is being
   * sent soon after that has failed.
   */
  void retryAll(Handle handle) {
    handle
        .createUpdate(
            """
            UPDATE outbox SET attempts = 0,
                next_attempt = CASE WHEN claimed_until > :now THEN next_attempt ELSE :now END
            """)
        .bind("now", clock.instant())
        .execute();
  }

  State state(Handle handle) {
    return handle
        .createQuery("SELECT count(*) AS waiting, min(created_at) AS oldest FROM outbox")
        .map(
            (row, context) ->
                new State(
                    row.getLong("waiting"),
                    Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant)))
        .one();
  }

  /**
   * The letter without its calendar and the address for answers: in the form that the first version
   * reads, too.
   */
  private record Written(String to, String subject, String text) {}

  private String write(Mail mail) {
    try {
      return json.writeValueAsString(new Written(mail.to(), mail.subject(), mail.text()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A letter could not be written as JSON", e);
    }
  }

  private Optional<Mail> mail(ResultSet row) throws SQLException {
    byte[] sealedCalendar = row.getBytes("sealed_calendar");
    byte[] sealedReplyTo = row.getBytes("sealed_reply_to");
    CalendarPart calendar =
        sealedCalendar == null
            ? null
            : vault.openIfOurs(sealedCalendar).map(CalendarPart::parse).orElse(null);
    String replyTo = sealedReplyTo == null ? null : vault.openIfOurs(sealedReplyTo).orElse(null);
    return vault
        .openIfOurs(row.getBytes("sealed_mail"))
        .map(this::read)
        .map(read -> new Mail(read.to(), read.subject(), read.text(), calendar, replyTo));
  }

  private Written read(String text) {
    try {
      return json.readValue(text, Written.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The outbox holds a letter that nobody here wrote", e);
    }
  }
}
