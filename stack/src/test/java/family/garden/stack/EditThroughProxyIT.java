package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Edits of a response that is large enough for nginx to compress, which makes its ETag weak. */
@ExtendWith(OneStack.class)
class EditThroughProxyIT {
  private static final String LONG_NOTES = "Wir kommen mit dem Zug. ".repeat(20);

  private final Bookings bookings;

  EditThroughProxyIT(Stack stack) {
    this.bookings = Bookings.of(stack);
  }

  @Test
  void editsAndAcceptsABookingThatTheProxyPacks() {
    LocalDate start = LocalDate.now(ZoneOffset.UTC).plusDays(1810);
    HttpResponse<String> booked = bookings.bookEverywhere(start);
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    String id = Stack.json(booked.body()).path("id").asText();

    String first = etag(bookings.read("/api/bookings/" + id));
    assertThat(bookings.note(id, start, LONG_NOTES, first).statusCode()).isEqualTo(200);
    HttpResponse<String> packed = bookings.readPacked("/api/bookings/" + id);
    assertThat(packed.headers().allValues("Content-Encoding")).containsExactly("gzip");
    String weak = etag(packed);
    assertThat(weak).startsWith("W/");

    assertThat(bookings.note(id, start, LONG_NOTES + "!", weak).statusCode()).isEqualTo(200);
    assertThat(bookings.note(id, start, LONG_NOTES + "?", weak).statusCode()).isEqualTo(412);
    assertThat(bookings.accept(id, weak).statusCode()).isEqualTo(412);
    String second = etag(bookings.readPacked("/api/bookings/" + id));
    assertThat(bookings.accept(id, second).statusCode()).isEqualTo(204);
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
