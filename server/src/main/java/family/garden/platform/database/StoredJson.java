package family.garden.platform.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Columns and results that hold JSON, written by this program or made by its queries. */
@Singleton
public final class StoredJson {
  private final ObjectMapper json;

  StoredJson(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Reads what a query gave.
   *
   * @throws IllegalStateException if it is not what this program writes
   */
  public <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The database holds JSON that nobody here wrote", e);
    }
  }

  /**
   * Writes what a column is to hold.
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
