package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.garden.CalendarHost;
import family.garden.contract.garden.Garden;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A garden that has no bed yet, so that nothing in it has a version. */
class EmptyGardenIT {
  @AutoClose private static final CalendarHost HOST = CalendarHost.open();

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_CALENDAR_TRUSTED_HOSTS", "localhost"));

  private static final Api ADMIN = GARDEN.administrator().api();

  @Test
  void showsAtOnceWhatCalendarsClose() {
    assertThat(timeline().path("blocked")).isEmpty();
    HOST.calendar("/a.ics", ExternalCalendarIT.nights(10, 12));
    JsonNode added =
        ADMIN
            .post("/api/admin/external-calendars", Map.of("name", "Fest", "url", HOST.at("/a.ics")))
            .expect(201)
            .body();
    assertThat(timeline().at("/blocked/0/name").asText()).isEqualTo("Fest");
    ADMIN.delete("/api/admin/external-calendars/" + added.path("id").asText()).expect(204);
    assertThat(timeline().path("blocked")).isEmpty();
  }

  private static JsonNode timeline() {
    LocalDate today = GardenServer.today();
    return ADMIN
        .get("/api/timeline?from=" + today + "&to=" + today.plusDays(40))
        .expect(200)
        .body();
  }
}
