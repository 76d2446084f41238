package family.garden.mail;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The reminders that were written, by booking and day of arrival. */
@Singleton
final class ReminderStore {
  /**
   * Notes a reminder for each accepted booking that begins on {@code start}, and returns those that
   * had none yet; of several copies of the service at once, one gets them. Leaves out bookings of
   * members who want no reminders.
   *
   * @param before bookings that changed later than this are left out
   */
  List<UUID> claim(Handle handle, LocalDate start, Instant before) {
    return handle
        .createQuery(
            """
            INSERT INTO reminder (booking_id, start_date)
            SELECT b.id, b.start_date FROM booking b JOIN member m ON m.id = b.member_id
            WHERE m.reminded AND b.status = 'Accepted' AND b.start_date = :start AND b.updated_at < :before
            ORDER BY b.id
            ON CONFLICT DO NOTHING RETURNING booking_id
            """)
        .bind("start", start)
        .bind("before", before)
        .mapTo(UUID.class)
        .list();
  }

  /** Forgets the reminders of arrivals before {@code today}. */
  void forget(Handle handle, LocalDate today) {
    handle.execute("DELETE FROM reminder WHERE start_date < ?", today);
  }
}
