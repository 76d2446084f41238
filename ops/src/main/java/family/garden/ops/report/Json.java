package family.garden.ops.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Records to JSON and back: results, state files, descriptions of releases. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Json() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("This is a fault in bookingctl: " + e.getMessage(), e);
    }
  }

  /** A line of a file of lines. */
  public static String writeLine(Object value) {
    try {
      return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("This is a fault in bookingctl: " + e.getMessage(), e);
    }
  }

  /**
   * Reads one document.
   *
   * @param from what is read, for the message
   * @throws Trouble if it is no such JSON
   */
  public static <T> T read(String text, Class<T> type, String from) throws Trouble {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw unreadable(from, e);
    }
  }

  /**
   * Reads one document.
   *
   * @param from what is read, for the message
   * @throws Trouble if it is no JSON
   */
  public static JsonNode tree(String text, String from) throws Trouble {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw unreadable(from, e);
    }
  }

  private static Trouble unreadable(String from, JsonProcessingException why) {
    return Trouble.refused(
        "read " + from,
        "it is not the JSON that was expected: " + why.getOriginalMessage(),
        "Look at it, or put back the last good one.");
  }
}
