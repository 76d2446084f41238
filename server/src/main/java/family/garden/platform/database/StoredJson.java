package family.garden.platform.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Reads and writes JSON in columns and in results of queries. */
@Singleton
public final class StoredJson {
  private final ObjectMapper json;

  StoredJson(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Reads JSON that a query returned.
   *
   * @throws IllegalStateException if this program did not write it
   */
  public <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The database holds JSON that this program did not write", e);
    }
  }

  /**
   * Writes JSON for a column.
   *
   * @throws IllegalStateException if it cannot be written as JSON
   */
  public String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A change could not be written as JSON", e);
    }
  }
}
