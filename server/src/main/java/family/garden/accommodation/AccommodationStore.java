package family.garden.accommodation;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Accommodations in the database. They are never deleted: bookings of the past name them. */
@Singleton
public final class AccommodationStore {
  private static final String ACCOMMODATION =
      "SELECT id, name, type, max_capacity, is_active, description, version FROM accommodation ";

  /** All of them by name, active or not. */
  public List<Accommodation> all(Handle handle) {
    return handle
        .createQuery(ACCOMMODATION + "ORDER BY name, id")
        .map(AccommodationStore::accommodation)
        .list();
  }

  Optional<Accommodation> find(Handle handle, UUID id) {
    return handle
        .createQuery(ACCOMMODATION + "WHERE id = :id")
        .bind("id", id)
        .map(AccommodationStore::accommodation)
        .findOne();
  }

  /**
   * Locks those of {@code ids} that exist, in the order of their ids, so that no two transactions
   * wait for each other; until this one ends nobody else can book, cancel or edit there.
   */
  public List<Accommodation> lock(Handle handle, Collection<UUID> ids) {
    return handle
        .createQuery(ACCOMMODATION + "WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE")
        .bindArray("ids", UUID.class, ids)
        .map(AccommodationStore::accommodation)
        .list();
  }

  /**
   * Notes that free beds or stays changed at {@code ids}, which the caller has locked. The sum over
   * all accommodations is the version of the garden's occupancy. Each change draws new random
   * numbers, so that no two states of a garden share a version: not those of two gardens on one
   * Redis, nor those after a backup was restored.
   */
  public void touch(Handle handle, Collection<UUID> ids) {
    handle
        .createUpdate(
            """
            UPDATE accommodation SET occupancy_version = random(1, 9223372036854775807)
            WHERE id = ANY(:ids)
            """)
        .bindArray("ids", UUID.class, ids)
        .execute();
  }

  /** Like {@link #lock} with the ids of all. */
  public List<UUID> lockAll(Handle handle) {
    return handle
        .createQuery("SELECT id FROM accommodation ORDER BY id FOR NO KEY UPDATE")
        .mapTo(UUID.class)
        .list();
  }

  /** Notes that free beds, or what is shown of the stays, changed in every accommodation. */
  public void touchAll(Handle handle) {
    touch(handle, lockAll(handle));
  }

  void add(Handle handle, Accommodation added, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO accommodation (id, name, type, max_capacity, is_active, description,
                                       version, created_at)
            VALUES (:id, :name, :type, :capacity, :active, :description, :version, :now)
            """)
        .bind("id", added.id())
        .bind("name", added.name())
        .bind("type", added.type().name())
        .bind("capacity", added.maxCapacity())
        .bind("active", added.isActive())
        .bind("description", added.description())
        .bind("version", added.version())
        .bind("now", now)
        .execute();
  }

  void change(Handle handle, Accommodation changed) {
    handle
        .createUpdate(
            """
            UPDATE accommodation
            SET name = :name, type = :type, max_capacity = :capacity, is_active = :active,
                description = :description, version = :version,
                occupancy_version = random(1, 9223372036854775807)
            WHERE id = :id
            """)
        .bind("id", changed.id())
        .bind("name", changed.name())
        .bind("type", changed.type().name())
        .bind("capacity", changed.maxCapacity())
        .bind("active", changed.isActive())
        .bind("description", changed.description())
        .bind("version", changed.version())
        .execute();
  }

  private static Accommodation accommodation(ResultSet row, StatementContext context)
      throws SQLException {
    return new Accommodation(
        row.getObject("id", UUID.class),
        row.getString("name"),
        AccommodationType.valueOf(row.getString("type")),
        row.getInt("max_capacity"),
        row.getBoolean("is_active"),
        row.getString("description"),
        row.getInt("version"));
  }
}
