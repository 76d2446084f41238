package family.garden.occupancy;

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
 * JSON answers about the garden, cached under the version of its occupancy. Every change draws a
 * new version, so a cached answer is never stale: the server stops asking for it.
 */
@Singleton
public final class ResponseCache {
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
  public interface Writer {
    void write(Handle handle, JsonGenerator json) throws IOException;
  }

  /**
   * The answer as JSON, from the cache or written now.
   *
   * @param member who asks: beds held for this member are free to nobody else
   * @param question names everything but the version that the answer depends on
   */
  public byte[] get(UUID member, String question, Writer writer) {
    return database.withHandle(
        handle -> {
          // Read before the rest, so that the answer is at least as new as the version in its key,
          // and a request that reads the next version finds nothing cached yet.
          Optional<String> version = occupancy.version(handle, member);
          if (version.isEmpty()) {
            // A garden without beds has no version, but calendars may close it all the same.
            return write(handle, writer);
          }
          String key = "booking:" + version.get() + ":" + question;
          Optional<byte[]> cached = cache.get(key);
          if (cached.isPresent()) {
            return cached.get();
          }
          byte[] made = write(handle, writer);
          cache.put(key, made);
          return made;
        });
  }

  private byte[] write(Handle handle, Writer writer) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
      try (JsonGenerator generator = json.createGenerator(bytes)) {
        writer.write(handle, generator);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("An answer could not be written as JSON", e);
    }
  }
}
