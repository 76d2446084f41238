package family.garden.booking;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import family.garden.platform.cache.Cache;
import family.garden.platform.database.Database;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Answers about the state of the garden, kept under the name of that state. A change makes a new
 * name, so what is kept is never out of date; it only stops being asked for.
 */
@Singleton
final class ResponseCache {
  private final Database database;
  private final OccupancyStore occupancy;
  private final Cache cache;
  private final ObjectMapper json;

  ResponseCache(Database database, OccupancyStore occupancy, Cache cache, ObjectMapper json) {
    this.database = database;
    this.occupancy = occupancy;
    this.cache = cache;
    this.json = json;
  }

  /** Writes an answer, reading what it needs. */
  @FunctionalInterface
  interface Writing {
    void write(Handle handle, JsonGenerator json) throws IOException;
  }

  /**
   * The answer as JSON, kept or made now.
   *
   * @param member who asks: beds held for this member are free to nobody else
   * @param question names everything but the state that the answer depends on
   */
  byte[] answer(UUID member, String question, Writing make) {
    return database.withHandle(
        handle -> {
          // Read before the rest: what is made after it is at least as new as its name says, and
          // whoever asks under the next name finds nothing yet.
          Optional<String> state = occupancy.state(handle, member);
          if (state.isEmpty()) {
            // A garden without beds has no state, but calendars may close it all the same.
            return written(handle, make);
          }
          String key = "booking:" + state.get() + ":" + question;
          Optional<byte[]> kept = cache.get(key);
          if (kept.isPresent()) {
            return kept.get();
          }
          byte[] made = written(handle, make);
          cache.put(key, made);
          return made;
        });
  }

  private byte[] written(Handle handle, Writing make) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
      try (JsonGenerator generator = json.createGenerator(bytes)) {
        make.write(handle, generator);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("An answer could not be written as JSON", e);
    }
  }
}
