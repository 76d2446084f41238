package family.garden.timeline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import family.garden.accommodation.Accommodation;
import family.garden.booking.Rules;
import family.garden.occupancy.Blocked;
import family.garden.occupancy.Nights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Writes a timeline. Thousands of stays share a few dates, numbers and names, so each of these is
 * encoded once, together with its field name, and copied from then on.
 */
final class TimelineWriter {
  private static final byte[] BEGIN = fragment("{'bookingId':'");
  private static final byte[] NEXT = fragment(",{'bookingId':'");
  private static final byte[][] PERSONS =
      fragments(Rules.MOST_PERSONS + 1, count -> ",'persons':" + count);
  private static final byte[] PENDING = fragment(",'status':'Pending'");
  private static final byte[] ACCEPTED = fragment(",'status':'Accepted'");
  private static final byte[] COMPLETED = fragment(",'status':'Completed'");
  private static final byte[] NOBODY = fragment(",'label':null,'mine':false}");

  private final JsonGenerator json;
  private final OutputStream out;
  private final Nights nights;
  private final int today;
  private final byte[][] startDates;
  private final byte[][] endDates;
  private final Map<UUID, byte[]> sleepers = new HashMap<>();

  TimelineWriter(JsonGenerator json, TimelineStore.View view, Map<UUID, String> names) {
    this.json = json;
    this.out = (OutputStream) json.getOutputTarget();
    this.nights = view.nights();
    this.today = nights.indexOf(view.today());
    this.startDates = dates(nights, "','startDate':'");
    this.endDates = dates(nights, ",'endDate':'");
    names.forEach(
        (member, name) -> sleepers.put(member, sleeper(name, member.equals(view.caller()))));
  }

  private static byte[] sleeper(String name, boolean mine) {
    String label = new String(JsonStringEncoder.getInstance().quoteAsString(name));
    return (",\"label\":\"" + label + "\",\"mine\":" + mine + "}").getBytes(StandardCharsets.UTF_8);
  }

  void write(Collection<TimelineRow> rows, List<Blocked> blocked) throws IOException {
    json.writeStartObject();
    json.writeStringField("from", nights.start().toString());
    json.writeStringField("to", nights.end().toString());
    json.writeArrayFieldStart("accommodations");
    BitSet closed = Blocked.among(nights, blocked);
    for (TimelineRow row : rows) {
      if (row.isShown()) {
        row.close(closed);
        write(row);
      }
    }
    json.writeEndArray();
    json.writePOJOField("blocked", blocked);
    json.writeEndObject();
  }

  private void write(TimelineRow row) throws IOException {
    Accommodation place = row.place();
    json.writeStartObject();
    json.writeStringField("id", place.id().toString());
    json.writeStringField("name", place.name());
    json.writeStringField("type", place.type().name());
    json.writeNumberField("maxCapacity", place.maxCapacity());
    json.writeBooleanField("isActive", place.isActive());
    json.writeArrayFieldStart("stays");
    // Around the generator, which would check each fragment again.
    json.flush();
    byte[] begin = BEGIN;
    for (TimelineStay first : row.coming()) {
      for (TimelineStay stay = first; stay != null; stay = stay.next()) {
        out.write(begin);
        write(stay);
        begin = NEXT;
      }
    }
    json.writeEndArray();
    json.writeFieldName("free");
    json.writeArray(row.free(), 0, row.free().length);
    json.writeEndObject();
  }

  private void write(TimelineStay stay) throws IOException {
    out.write(stay.bookingId().toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(startDates[stay.from() + Rules.MOST_NIGHTS]);
    out.write(endDates[stay.to() + Rules.MOST_NIGHTS]);
    out.write(PERSONS[stay.persons()]);
    out.write(status(stay));
    out.write(sleepers.getOrDefault(stay.memberId(), NOBODY));
  }

  private byte[] status(TimelineStay stay) {
    if (!stay.accepted()) {
      return PENDING;
    }
    return stay.to() <= today ? COMPLETED : ACCEPTED;
  }

  /** The dates that stays can begin or end on, from {@link Rules#MOST_NIGHTS} before the first. */
  private static byte[][] dates(Nights nights, String field) {
    LocalDate first = nights.start().minusDays(Rules.MOST_NIGHTS);
    return fragments(
        nights.count() + 2 * Rules.MOST_NIGHTS, night -> field + first.plusDays(night) + "'");
  }

  private static byte[][] fragments(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(i -> fragment(text.apply(i))).toArray(byte[][]::new);
  }

  /** A part of an object. Its quotes are single ones here, which are easier to read. */
  private static byte[] fragment(String part) {
    return part.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
