package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's start page, and who sees it. */
class AdminIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  @Test
  void countsWhatWaits() {
    try (Visitor desk = Visitor.of(GARDEN, Device.DESK, GARDEN.administrator()).goTo("/admin")) {
      assertThat(ScreenParts.entry(desk, "Anfragen")).containsText("Keine Anfrage wartet");
      assertThat(ScreenParts.entry(desk, "Mitglieder")).containsText("Niemand wartet");
    }
    UUID place = GARDEN.place("Turmzimmer", 3);
    Person anna = GARDEN.member("Anna");
    GARDEN.book(anna, Stay.in(place, 10, 2, 1));
    UUID accepted = GARDEN.book(anna, Stay.in(place, 20, 2, 1)).id();
    GARDEN.book(anna, Stay.in(place, 30, 2, 1));
    GARDEN.accept(accepted);
    GARDEN.pending("Paula");
    try (Visitor phone = Visitor.of(GARDEN, Device.PHONE, GARDEN.administrator()).goTo("/admin")) {
      assertThat(ScreenParts.entry(phone, "Anfragen")).containsText("2 Anfragen warten");
      assertThat(ScreenParts.entry(phone, "Mitglieder"))
          .containsText("1 Person wartet auf Freigabe");
      ScreenParts.link(ScreenParts.content(phone), "Anfragen").click();
      phone.isAt("/admin/requests").seesHeading("Anfragen");
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void tellsMembersThatItIsNotForThem(Device device) {
    try (Visitor visitor = Visitor.of(GARDEN, device, GARDEN.member("Bruno")).goTo("/admin")) {
      assertThat(visitor.text("Diese Seite ist nur für die Verwaltung.")).isVisible();
      assertThat(ScreenParts.content(visitor)).not().containsText("Unterkünfte");
      assertThat(visitor.link("Verwaltung")).hasCount(0);
      visitor.link("Zum Garten").click();
      visitor.isAt("/garden").seesHeading("Der Garten");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "people",
        "people/invite",
        "requests",
        "accommodations",
        "mail",
        "passkeys",
        "report"
      })
  void tellsMembersSoOnEveryPageBelow(String page) {
    Person bruno = GARDEN.member("Bruno");
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, bruno).goTo("/admin/" + page)) {
      assertThat(visitor.text("Diese Seite ist nur für die Verwaltung.")).isVisible();
      assertThat(visitor.alert()).hasCount(0);
    }
  }

  @Test
  void needsALogIn() {
    try (Visitor visitor = Visitor.stranger(GARDEN, Device.PHONE).goTo("/admin/people")) {
      visitor.isAt("/");
      assertThat(visitor.text(GARDEN.administrator().email())).hasCount(0);
    }
  }
}
