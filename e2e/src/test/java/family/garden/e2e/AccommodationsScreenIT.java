package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import family.garden.contract.Api;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Places to sleep: added, changed, closed. */
class AccommodationsScreenIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  private static Visitor gerda(Device device) {
    return Visitor.of(GARDEN, device, GARDEN.administrator());
  }

  private static Visitor changing(Device device, UUID place) {
    return gerda(device).goTo("/admin/accommodations/edit?id=" + place);
  }

  private static String of(String column, UUID place) {
    return GARDEN.sql().one("SELECT " + column + " FROM accommodation WHERE id = ?", place);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void areAddedAndChanged(Device device) {
    String name = "Baumhaus " + device;
    try (Visitor visitor = gerda(device).goTo("/admin/accommodations")) {
      visitor.link("Neue Unterkunft").click();
      visitor.isAt("/admin/accommodations/edit");
      visitor.field("Name").fill(name);
      visitor.field("Art").selectOption("Other");
      visitor.field("Betten").fill("4");
      visitor.field("Beschreibung (freiwillig)").fill("Über die Leiter");
      visitor.button("Anlegen").click();

      visitor.isAt("/admin/accommodations");
      Locator place = ScreenParts.entry(visitor, name);
      assertThat(place).containsText("Anderes · 4 Betten");
      assertThat(place).containsText("Buchbar");
      assertThat(place).containsText("Über die Leiter");

      ScreenParts.link(place, "Ändern " + name).click();
      visitor.seesHeading("Unterkunft ändern");
      assertThat(visitor.field("Betten")).hasValue("4");
      visitor.field("Betten").fill("1");
      visitor.button("Speichern").click();
      visitor.isAt("/admin/accommodations");
      assertThat(place).containsText("Anderes · 1 Bett");
    }
    assertThat(GARDEN.sql().column("SELECT max_capacity FROM accommodation WHERE name = ?", name))
        .containsExactly("1");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void keepTheBedsThatAreBooked(Device device) {
    UUID tower = GARDEN.place("Turmzimmer " + device, 3);
    Stay stay = Stay.in(tower, 20, 2, 3);
    GARDEN.book(GARDEN.member("Anna"), stay);
    GARDEN.book(GARDEN.member("Bruno"), stay.later(9));
    try (Visitor visitor = changing(device, tower)) {
      visitor.field("Betten").fill("2");
      visitor.button("Speichern").click();

      Locator nights = ScreenParts.content(visitor);
      assertThat(nights).containsText("Weniger als 2 geht nicht");
      assertThat(nights).containsText("In diesen Nächten ist schon mehr gebucht:");
      for (Stay booked : new Stay[] {stay, stay.later(9)}) {
        assertThat(nights)
            .containsText(
                GermanDates.day(booked.startDate())
                    + " – "
                    + GermanDates.day(booked.startDate().plusDays(1)));
      }
      assertThat(visitor.field("Betten")).hasAttribute("aria-invalid", "true");
      assertThat(visitor.field("Betten")).hasValue("2");
    }
    assertThat(of("max_capacity", tower)).isEqualTo("3");
  }

  @Test
  void keepWhatSomebodyElseSavedMeanwhile() {
    UUID tent = GARDEN.place("Zelt", 3);
    try (Visitor visitor = changing(Device.DESK, tent)) {
      visitor.field("Beschreibung (freiwillig)").fill("Hinter dem Schuppen");
      Api other = GARDEN.administrator("Gustav").api();
      String path = "/api/sleeping-accommodations/" + tent;
      other
          .ifMatch(other.get(path).expect(200).etag())
          .put(path, Map.of("name", "Großes Zelt", "type", "Tent", "maxCapacity", 5))
          .expect(200);
      visitor.button("Speichern").click();

      assertThat(visitor.alert().first())
          .containsText("Jemand hat diese Unterkunft inzwischen geändert.");
      assertThat(of("name", tent)).isEqualTo("Großes Zelt");
      visitor.button("Neuen Stand laden").click();
      assertThat(visitor.text("Das ist inzwischen gespeichert:")).isVisible();
      assertThat(visitor.field("Name")).hasValue("Großes Zelt");
      assertThat(visitor.field("Betten")).hasValue("5");
      assertThat(visitor.field("Beschreibung (freiwillig)")).hasValue("Hinter dem Schuppen");
      visitor.button("Speichern").click();
      visitor.isAt("/admin/accommodations");
      assertThat(ScreenParts.entry(visitor, "Großes Zelt")).containsText("Hinter dem Schuppen");
    }
    assertThat(of("max_capacity", tent)).isEqualTo("5");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void areClosedAfterConfirmingAndOpenedAgain(Device device) {
    String name = "Wohnwagen " + device;
    UUID camper = GARDEN.place(name, 2);
    try (Visitor visitor = gerda(device).goTo("/admin/accommodations")) {
      visitor.button("Stilllegen " + name).click();
      Locator question = ScreenParts.dialog(visitor);
      assertThat(question).containsText("Neue Buchungen sind dann nicht mehr möglich");
      ScreenParts.button(question, "Stilllegen").click();
      assertThat(visitor.text(name + " ist stillgelegt.")).isVisible();
      assertThat(ScreenParts.entry(visitor, name)).containsText("Stillgelegt");
      assertThat(of("is_active", camper)).isEqualTo("f");

      visitor.button("Wieder öffnen " + name).click();
      assertThat(visitor.text(name + " ist wieder buchbar.")).isVisible();
    }
    assertThat(of("is_active", camper)).isEqualTo("t");
  }
}
