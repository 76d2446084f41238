package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The garden without a network: readable, marked as old, and without any link to book. */
class OfflineIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();

  private static Visitor withOfflineCopy(Person person) {
    Visitor visitor = Visitor.of(GARDEN, Device.PHONE, person).goTo("/garden");
    assertThat(visitor.page().locator("[data-day]").first()).isVisible();
    visitor.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
    visitor.browser().setOffline(true);
    return visitor;
  }

  @Test
  void showsWhatWasLastKnownAndOffersNoBed() {
    UUID tent = GARDEN.place("Großes Zelt", 6);
    Person anna = GARDEN.member("Anna");
    GARDEN.book(GARDEN.member("Ben"), Stay.in(tent, 0, 2, 2));
    try (Visitor visitor = withOfflineCopy(anna)) {
      visitor.page().reload();

      assertThat(visitor.text("Keine Verbindung. Stand:")).isVisible();
      Locator today = visitor.page().locator("[data-day][aria-current=date]");
      today.click();
      assertThat(visitor.text("Großes Zelt (2 Personen)")).isVisible();
      assertThat(visitor.link("Buchen")).hasCount(0);
      assertThat(visitor.text("Buchen ·")).hasCount(0);

      visitor.browser().setOffline(false);
      assertThat(visitor.text("Keine Verbindung")).hasCount(0);
      today.click();
      assertThat(visitor.text("Buchen ·")).isVisible();
    }
  }

  @Test
  void leadsEveryOtherPageToTheGarden() {
    try (Visitor visitor = withOfflineCopy(GARDEN.member("Clara"))) {
      visitor.goTo("/book?start=" + GardenServer.today());

      visitor.isAt("/garden");
      assertThat(visitor.text("Keine Verbindung. Stand:")).isVisible();
      assertThat(visitor.text("Die Seite, die du öffnen wolltest")).isVisible();
      visitor.goTo("/garden");
      assertThat(visitor.text("Keine Verbindung. Stand:")).isVisible();
      assertThat(visitor.text("Die Seite, die du öffnen wolltest")).hasCount(0);
    }
  }

  @Test
  void forgetsTheGardenWithTheSession() {
    try (Visitor visitor = Visitor.of(GARDEN, Device.PHONE, GARDEN.member("Dora"))) {
      visitor.goTo("/garden");
      assertThat(visitor.page().locator("[data-day]").first()).isVisible();
      visitor.link("Profil").click();
      visitor.button("Abmelden").click();
      visitor.isAt("/");
      visitor.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
      // The login page has its answer: without one it would open the garden.
      visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
      visitor.browser().setOffline(true);
      visitor.goTo("/garden");

      assertThat(visitor.text("noch nichts vom Garten gespeichert")).isVisible();
    }
  }
}
