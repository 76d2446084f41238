package family.garden.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import family.garden.access.Vault;
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

/** Letters that wait in the database until the postman has sent them; they are sealed there. */
@Singleton
final class OutboxStore {
  /** Longer than sending takes, so that no other copy of the service sends the same letter. */
  static final Duration CLAIM = Smtp.LONGEST.multipliedBy(2);

  /** RFC 5321, section 4.5.4.1, asks for four to five days. */
  static final Duration GIVE_UP_AFTER = Duration.ofDays(5);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  /**
   * How often an old letter is tried at the least before it is given up; these attempts take more
   * than an hour. A letter may have waited for days while the garden sent none.
   */
  private static final int ENOUGH_ATTEMPTS = 10;

  /**
   * More attempts than fit into {@link #GIVE_UP_AFTER}. Gives up letters that a clock which ran
   * ahead dated too late.
   */
  private static final int MOST_ATTEMPTS = 300;

  private final Vault vault;
  private final ObjectMapper json;
  private final Clock clock;

  OutboxStore(Vault vault, ObjectMapper json, Clock clock) {
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
   * the server talks to the mail server. A claim ends by itself, so that one whose holder has died
   * holds nothing up. Also returns letters that a clock which ran ahead scheduled too late.
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

  /** Removes a letter that the mail server has taken, or will never take. */
  void end(Handle handle, Claimed letter) {
    handle.execute("DELETE FROM outbox WHERE id = ?", letter.id());
  }

  /**
   * Schedules the next attempt: after 5 s, 10 s, 20 s … half an hour. Does nothing where the claim
   * has ended, since another copy of the service may have claimed the letter.
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
   * Makes every letter due now, after a change of settings. A letter that is being sent becomes due
   * when its claim ends.
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
   * The letter without its calendar and the address for answers, in the form that the first version
   * of the service reads too.
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
      throw new IllegalStateException(
          "The outbox holds a letter that is not the JSON of this service", e);
    }
  }
}
