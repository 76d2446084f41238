package family.garden.booking;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a timeline row by row, as the database gives it: each place, and then its stays. Nothing
 * is kept of a stay but the beds that it takes, and what is written thousands of times is encoded
 * once.
 */
final class TimelineWriter {
  private static final SerializableString BOOKING_ID = new SerializedString("bookingId");
  private static final SerializableString START_DATE = new SerializedString("startDate");
  private static final SerializableString END_DATE = new SerializedString("endDate");
  private static final SerializableString PERSONS = new SerializedString("persons");
  private static final SerializableString STATUS = new SerializedString("status");
  private static final SerializableString LABEL = new SerializedString("label");
  private static final SerializableString MINE = new SerializedString("mine");

  private final JsonGenerator json;
  private final Nights nights;
  private final List<Blocked> blocked;
  private final BitSet closed;
  private final Dates dates;
  private final int[] free;
  private @Nullable Place place;
  private boolean told;

  TimelineWriter(JsonGenerator json, Nights nights, List<Blocked> blocked) {
    this.json = json;
    this.nights = nights;
    this.blocked = blocked;
    this.closed = Blocked.among(nights, blocked);
    this.dates = new Dates(nights);
    this.free = new int[nights.count()];
  }

  private record Place(String id, String name, String type, int capacity, boolean active) {}

  void begin() throws IOException {
    json.writeStartObject();
    json.writeStringField("from", nights.start().toString());
    json.writeStringField("to", nights.end().toString());
    json.writeArrayFieldStart("accommodations");
  }

  /** The next place. One that is not active is told only with somebody who sleeps there. */
  void place(ResultSet found) throws SQLException, IOException {
    endOfPlace();
    Place next =
        new Place(
            found.getString("id"),
            found.getString("name"),
            found.getString("type"),
            found.getInt("max_capacity"),
            found.getBoolean("is_active"));
    place = next;
    told = false;
    Arrays.fill(free, next.capacity());
    if (next.active()) {
      tell(next);
    }
  }

  private void tell(Place place) throws IOException {
    told = true;
    json.writeStartObject();
    json.writeStringField("id", place.id());
    json.writeStringField("name", place.name());
    json.writeStringField("type", place.type());
    json.writeNumberField("maxCapacity", place.capacity());
    json.writeBooleanField("isActive", place.active());
    json.writeArrayFieldStart("stays");
  }

  /**
   * Somebody who sleeps there, or beds that are held: they are taken, and nobody sleeps there.
   *
   * <p>By the numbers of the columns: looking up their names thousands of times would be felt.
   */
  void stay(ResultSet found) throws SQLException, IOException {
    int from = found.getInt(3);
    int to = found.getInt(4);
    int persons = found.getInt(5);
    byte[] status = found.getBytes(6);
    if (status != null) {
      if (!told) {
        tell(Objects.requireNonNull(place));
      }
      json.writeStartObject();
      json.writeFieldName(BOOKING_ID);
      write(found.getBytes(2));
      json.writeFieldName(START_DATE);
      json.writeString(dates.at(from));
      json.writeFieldName(END_DATE);
      json.writeString(dates.at(to));
      json.writeFieldName(PERSONS);
      json.writeNumber(persons);
      json.writeFieldName(STATUS);
      write(status);
      json.writeFieldName(LABEL);
      write(found.getBytes(7));
      json.writeFieldName(MINE);
      json.writeBoolean(found.getBoolean(8));
      json.writeEndObject();
    }
    for (int i = Math.max(0, from); i < Math.min(free.length, to); i++) {
      free[i] = Math.max(0, free[i] - persons);
    }
  }

  /** A text as it came, which is UTF-8 already. */
  private void write(byte @Nullable [] text) throws IOException {
    if (text == null) {
      json.writeNull();
    } else {
      json.writeUTF8String(text, 0, text.length);
    }
  }

  private void endOfPlace() throws IOException {
    if (told) {
      json.writeEndArray();
      json.writeArrayFieldStart("free");
      for (int i = 0; i < free.length; i++) {
        json.writeNumber(closed.get(i) ? 0 : free[i]);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  void end() throws IOException {
    endOfPlace();
    json.writeEndArray();
    json.writePOJOField("blocked", blocked);
    json.writeEndObject();
  }

  /** The dates that stays can begin or end on, as text: each is encoded once. */
  private static final class Dates {
    private static final int MARGIN = Rules.MOST_NIGHTS;

    private final SerializableString[] dates;

    Dates(Nights nights) {
      LocalDate first = nights.start().minusDays(MARGIN);
      dates = new SerializableString[nights.count() + 2 * MARGIN];
      for (int i = 0; i < dates.length; i++) {
        dates[i] = new SerializedString(first.plusDays(i).toString());
      }
    }

    SerializableString at(int night) {
      return dates[night + MARGIN];
    }
  }
}
