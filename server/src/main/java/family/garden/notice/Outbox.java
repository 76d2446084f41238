package family.garden.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import family.garden.access.Vault;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Letters that wait in the database. One is written in the transaction of what it tells about, so
 * that there is a letter exactly if it happened.
 */
@Singleton
final class Outbox {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

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
   * @param messageId the same at every attempt, so that a letter delivered twice shows as one
   * @param mail empty where it was sealed under another secret and cannot be read any more
   * @param attempts so far
   */
  record Waiting(long id, UUID messageId, Optional<Mail> mail, int attempts) {}

  /**
   * @param oldest when the longest waiting letter was written; empty where none waits
   */
  record State(long waiting, Optional<Instant> oldest) {}

  /** Whether letters are sent at all; where they are not, none need be written. */
  boolean isOpen(Handle handle) {
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
        INSERT INTO outbox (message_id, sealed_mail, sealed_calendar, created_at, next_attempt)
        VALUES (?, ?, ?, ?, ?)
        """,
        UUID.randomUUID(),
        vault.seal(write(mail)),
        mail.calendar() == null ? null : vault.seal(mail.calendar().written()),
        now,
        now);
  }

  /**
   * The next letter that is due, held until the transaction ends; other copies skip it. One that is
   * put off for longer than any was put off while the clock was ahead.
   */
  Optional<Waiting> next(Handle handle) {
    Instant now = clock.instant();
    return handle
        .createQuery(
            """
            SELECT id, message_id, sealed_mail, sealed_calendar, attempts FROM outbox
            WHERE next_attempt <= :now OR next_attempt > :latest ORDER BY next_attempt, id
            LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .bind("now", now)
        .bind("latest", now.plus(LONGEST_PAUSE.multipliedBy(2)))
        .map(
            (row, context) ->
                new Waiting(
                    row.getLong("id"),
                    row.getObject("message_id", UUID.class),
                    mail(row.getBytes("sealed_mail"), row.getBytes("sealed_calendar")),
                    row.getInt("attempts")))
        .findOne();
  }

  void delivered(Handle handle, Waiting letter) {
    handle.execute("DELETE FROM outbox WHERE id = ?", letter.id());
  }

  /** Waits longer after each failure: 5 s, 10 s, 20 s … half an hour. It is never given up. */
  void failed(Handle handle, Waiting letter, String why) {
    long doubled = FIRST_PAUSE.toSeconds() << Math.min(letter.attempts(), 20);
    Duration pause = Duration.ofSeconds(Math.min(doubled, LONGEST_PAUSE.toSeconds()));
    handle.execute(
        "UPDATE outbox SET attempts = attempts + 1, next_attempt = ?, last_error = ? WHERE id = ?",
        clock.instant().plus(pause),
        why,
        letter.id());
  }

  /** After a change of settings every letter is worth another attempt at once. */
  void retryAll(Handle handle) {
    handle.execute("UPDATE outbox SET next_attempt = ?", clock.instant());
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

  /** The letter without its calendar: in the form that the first version reads, too. */
  private record Written(String to, String subject, String text) {}

  private String write(Mail mail) {
    try {
      return json.writeValueAsString(new Written(mail.to(), mail.subject(), mail.text()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A letter could not be written as JSON", e);
    }
  }

  private Optional<Mail> mail(byte[] sealed, byte @Nullable [] sealedCalendar) {
    CalendarPart calendar =
        sealedCalendar == null
            ? null
            : vault.openIfOurs(sealedCalendar).map(CalendarPart::parse).orElse(null);
    return vault
        .openIfOurs(sealed)
        .map(this::read)
        .map(read -> new Mail(read.to(), read.subject(), read.text(), calendar));
  }

  private Written read(String text) {
    try {
      return json.readValue(text, Written.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The outbox holds a letter that nobody here wrote", e);
    }
  }
}
