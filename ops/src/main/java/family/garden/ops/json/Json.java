package family.garden.ops.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.ReflectionAccessFilter;
import com.google.gson.Strictness;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records to JSON and back: results, state files, descriptions of releases. */
public final class Json {
  private static final Gson LINE =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .serializeNulls()
          .disableHtmlEscaping()
          .disableJdkUnsafe()
          // Of the classes of the JDK, only those with an adapter can be written.
          .addReflectionAccessFilter(ReflectionAccessFilter.BLOCK_ALL_JAVA)
          .registerTypeAdapter(Instant.class, new AsText<>(Instant::parse).nullSafe())
          .registerTypeAdapter(Duration.class, new AsText<>(Duration::parse).nullSafe())
          .registerTypeAdapterFactory(new EnumFactory())
          .registerTypeAdapterFactory(new OptionalFactory())
          .registerTypeAdapterFactory(new RecordFactory())
          .create();
  private static final Gson DOCUMENT = LINE.newBuilder().setPrettyPrinting().create();

  private Json() {}

  public static String write(Object value) {
    return DOCUMENT.toJson(value);
  }

  /** A line of a file of lines. */
  public static String writeLine(Object value) {
    return LINE.toJson(value);
  }

  /** Whether all that is in a value of this type can be written. */
  static boolean has(Class<?> type) {
    return LINE.getAdapter(type) != null;
  }

  /**
   * Reads one document.
   *
   * @param from what is read, for the message
   * @throws OpsException if it is no such JSON
   */
  public static <T> T read(String text, Class<T> type, String from) throws OpsException {
    T read = readOrNull(text, type, from);
    if (read == null) {
      throw unreadable(from, "it is empty");
    }
    return read;
  }

  /**
   * Reads a document of another program; an empty one has no values.
   *
   * @param from what is read, for the message
   * @throws OpsException if it is no JSON
   */
  public static Node tree(String text, String from) throws OpsException {
    JsonElement read = readOrNull(text, JsonElement.class, from);
    return new Node(read == null ? JsonNull.INSTANCE : read);
  }

  private static <T> @Nullable T readOrNull(String text, Class<T> type, String from)
      throws OpsException {
    try {
      return LINE.fromJson(text, type);
    } catch (RuntimeException e) {
      // Also the exceptions of records that refuse a value.
      throw unreadable(from, reason(e.getCause() == null ? e : e.getCause()));
    }
  }

  /** The reason, without the advice that the library gives to programmers. */
  private static String reason(Throwable why) {
    String line = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    return line.replaceFirst("^Use JsonReader\\S+ to accept malformed", "malformed")
        .replaceFirst("\\.+$", "");
  }

  private static OpsException unreadable(String from, String why) {
    return OpsException.refused(
        "read " + from,
        "it is not the JSON that was expected: " + why,
        "Look at it, or put back the last good one.");
  }
}
