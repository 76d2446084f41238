package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The usual booking takes at most four taps from the open garden, and four clicks at a desk. */
class TapsIT {
  private static final int MOST = 4;
  private static final String COUNT =
      """
      addEventListener('click', event => {
        if (event.isTrusted) {
          sessionStorage.taps = Number(sessionStorage.taps || 0) + 1;
        }
      }, true);
      """;

  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final UUID ATTIC = GARDEN.place("Dachboden", 4);
  private static final UUID TENT = GARDEN.place("Großes Zelt", 6);
  private static final LocalDate FIRST = GardenServer.today().plusDays(3);

  /** The browser itself counts the taps of a person who has the garden open. */
  private static Visitor inTheGarden(Device device, Person person) {
    Visitor visitor = Visitor.of(GARDEN, device, person);
    visitor.browser().addInitScript(COUNT);
    return visitor.goTo("/garden");
  }

  private static int taps(Visitor visitor) {
    return Integer.parseInt(visitor.page().evaluate("sessionStorage.taps").toString());
  }

  private static void send(Visitor visitor) {
    visitor.isAt("/book");
    Locator send = visitor.button(Texts.REQUEST_BOOKING);
    assertThat(send).isEnabled();
    assertThat(send).isInViewport();
    send.click();
    visitor.isAt("/booking");
  }

  private static List<String> booked(Person person) {
    return GARDEN
        .sql()
        .column(
            "SELECT b.start_date || ' ' || b.end_date || ' ' || i.accommodation_id || ' '"
                + " || i.person_count FROM booking b JOIN booking_item i ON i.booking_id = b.id"
                + " WHERE b.member_id = ?",
            person.id());
  }

  private static Locator night(Visitor visitor, LocalDate night) {
    return visitor.page().locator("[data-day='" + night + "']");
  }

  @Test
  void areFourOnAPhone() {
    Person anna = GARDEN.member("Anna");
    try (Visitor visitor = inTheGarden(Device.PHONE, anna)) {
      night(visitor, FIRST).tap();
      night(visitor, FIRST.plusDays(1)).tap();
      Locator book = visitor.text("Buchen ·");
      assertThat(book).containsText(GermanDates.stay(FIRST, FIRST.plusDays(2)));
      book.tap();
      send(visitor);
      assertThat(taps(visitor)).isLessThanOrEqualTo(MOST);
    }
    assertThat(booked(anna))
        .containsExactly("%s %s %s 1".formatted(FIRST, FIRST.plusDays(2), ATTIC));
  }

  @Test
  void areThreeAtADeskWithTheMouseDraggedOverTheNights() {
    Person ben = GARDEN.member("Ben");
    try (Visitor visitor = inTheGarden(Device.DESK, ben)) {
      Mouse mouse = visitor.page().mouse();
      moveTo(visitor, FIRST);
      mouse.down();
      moveTo(visitor, FIRST.plusDays(1));
      moveTo(visitor, FIRST.plusDays(2));
      mouse.up();
      Locator bar = visitor.page().getByLabel("Ausgewählte Nächte");
      assertThat(bar).containsText(GermanDates.stay(FIRST, FIRST.plusDays(3)) + " · Großes Zelt");
      ScreenParts.link(bar, "Buchen").click();
      send(visitor);
      assertThat(taps(visitor)).isLessThan(MOST);
    }
    assertThat(booked(ben)).containsExactly("%s %s %s 1".formatted(FIRST, FIRST.plusDays(3), TENT));
  }

  private static Locator cell(Visitor visitor, LocalDate night) {
    return visitor.page().locator("td[data-place='%s'][data-night='%s']".formatted(TENT, night));
  }

  private static void moveTo(Visitor visitor, LocalDate night) {
    BoundingBox box = cell(visitor, night).boundingBox();
    visitor.page().mouse().move(box.x + box.width / 2, box.y + box.height / 2);
  }

  @Test
  void areFourAtADeskWithTwoClicksOnTheNights() {
    Person clara = GARDEN.member("Clara");
    try (Visitor visitor = inTheGarden(Device.DESK, clara)) {
      cell(visitor, FIRST).click();
      cell(visitor, FIRST.plusDays(1)).click();
      ScreenParts.link(visitor.page().getByLabel("Ausgewählte Nächte"), "Buchen").click();
      send(visitor);
      assertThat(taps(visitor)).isLessThanOrEqualTo(MOST);
    }
    assertThat(booked(clara))
        .containsExactly("%s %s %s 1".formatted(FIRST, FIRST.plusDays(2), TENT));
  }

  @Test
  void areFourForAFamilyToo() {
    Person dora = GARDEN.member("Dora");
    LocalDate later = FIRST.plusDays(6);
    try (Visitor visitor = inTheGarden(Device.PHONE, dora)) {
      visitor.goTo("/book?start=%s&end=%s".formatted(later, later.plusDays(1)));
      visitor.button("Mehr Erwachsene").click();
      for (int children = 0; children < 7; children++) {
        visitor.button("Mehr Kinder").click();
      }
      // More than any place has beds for: two are proposed together.
      assertThat(visitor.text("Großes Zelt · 6 + Dachboden · 3")).isVisible();
      for (int children = 0; children < 4; children++) {
        visitor.button("Weniger Kinder").click();
      }
      send(visitor);

      visitor.goTo("/garden");
      visitor.page().evaluate("delete sessionStorage.taps");
      night(visitor, later.plusDays(3)).tap();
      night(visitor, later.plusDays(4)).tap();
      visitor.text("Buchen ·").tap();
      send(visitor);
      assertThat(taps(visitor)).isLessThanOrEqualTo(MOST);
    }
    assertThat(booked(dora))
        .containsExactlyInAnyOrder(
            "%s %s %s 5".formatted(later, later.plusDays(1), TENT),
            "%s %s %s 5".formatted(later.plusDays(3), later.plusDays(5), TENT));
  }
}
