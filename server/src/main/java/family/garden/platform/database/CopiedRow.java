package family.garden.platform.database;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.ByteConverter;

/**
 * A row as {@code COPY} sends it: one message in PostgreSQL's binary form (PostgreSQL manual, COPY,
 * "Binary Format"), whose values are read one after the other. A result set converts each value to
 * text on the server and to an array in the driver, which costs noticeable time from some thousand
 * rows on.
 */
public final class CopiedRow {
  /**
   * Bytes before the first row: signature, flags and the length of the extension, which is empty.
   */
  private static final int HEADER = 11 + 4 + 4;

  /** Bytes of the length that precedes each value; the length is -1 for NULL. */
  private static final int LENGTH = 4;

  private static final long POSTGRES_EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final Pattern NAME = Pattern.compile(":([a-z]+)");

  private final byte[] sent;
  private int at;

  private CopiedRow(byte[] sent, int at) {
    this.sent = sent;
    this.at = at;
  }

  /**
   * Reads all rows of a query. COPY takes no parameters, so {@code values} are written into the
   * query as literals, and PostgreSQL plans it for them.
   *
   * @param query names each of the values as {@code :name}
   * @param values dates, instants and UUIDs only: a text could inject SQL
   */
  public static void each(
      Handle handle, String query, Map<String, ?> values, Consumer<CopiedRow> reader) {
    String copied =
        NAME.matcher(query)
            .replaceAll(found -> literal(Objects.requireNonNull(values.get(found.group(1)))));
    try {
      CopyOut copy =
          handle
              .getConnection()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("COPY (" + copied + ") TO STDOUT (FORMAT binary)");
      try {
        each(copy, reader);
      } finally {
        if (copy.isActive()) {
          // Otherwise the connection could not be used again.
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Rows could not be copied", e);
    }
  }

  private static void each(CopyOut copy, Consumer<CopiedRow> reader) throws SQLException {
    int begin = HEADER;
    for (byte[] sent = copy.readFromCopy(); sent != null; sent = copy.readFromCopy()) {
      // The number of values in this row; -1 ends the rows.
      if (ByteConverter.int2(sent, begin) > 0) {
        reader.accept(new CopiedRow(sent, begin + 2));
      }
      begin = 0;
    }
  }

  private static String literal(Object value) {
    return switch (value) {
      case LocalDate date -> "DATE '" + date + "'";
      case Instant instant -> "TIMESTAMPTZ '" + instant + "'";
      case UUID id -> "UUID '" + id + "'";
      default -> throw new IllegalArgumentException("cannot be written into a query: " + value);
    };
  }

  /** Whether the next value is missing; if so, it counts as read. */
  public boolean isNull() {
    boolean missing = ByteConverter.int4(sent, at) < 0;
    at += missing ? LENGTH : 0;
    return missing;
  }

  public UUID uuid() {
    int value = next(16);
    return new UUID(ByteConverter.int8(sent, value), ByteConverter.int8(sent, value + 8));
  }

  /** An {@code integer}. */
  public int number() {
    return ByteConverter.int4(sent, next(4));
  }

  /** A {@code date}, as days since 1970-01-01. */
  public long epochDay() {
    return POSTGRES_EPOCH + number();
  }

  public boolean bool() {
    return sent[next(1)] != 0;
  }

  private int next(int bytes) {
    int value = at + LENGTH;
    at = value + bytes;
    return value;
  }
}
