package family.garden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Axe finds no fault on any screen, in any size and colour scheme; no screen scrolls sideways. */
class AccessibilityIT {
  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final Person ADMINISTRATOR = GARDEN.administrator();
  private static final UUID BOOKING = furnish();

  private static final List<String> PUBLIC_PAGES =
      List.of(
          "/",
          "/setup#token=used",
          "/invitation#token=used",
          "/register",
          "/verify-email",
          "/forgot-password",
          "/reset-password#token=used",
          "/nowhere");

  private static final List<String> MEMBER_PAGES =
      List.of(
          "/garden",
          "/book?start=" + GardenServer.today().plusDays(2),
          "/bookings",
          "/booking?id=" + BOOKING,
          "/waiting",
          "/waiting/join",
          "/profile",
          "/admin",
          "/admin/people",
          "/admin/people/invite",
          "/admin/accommodations",
          "/admin/accommodations/edit",
          "/admin/requests",
          "/admin/mail",
          "/admin/passkeys",
          "/admin/report",
          "/admin/calendars",
          "/admin/security",
          "/admin/box");

  /** People, places and stays, so that every screen has something to show. */
  private static UUID furnish() {
    UUID tower = GARDEN.place("Turmzimmer", 2);
    UUID tent = GARDEN.place("Großes Zelt", 6);
    UUID booking = GARDEN.book(ADMINISTRATOR, Stay.in(tent, 1, 3, 2).noting("Mit Hund")).id();
    GARDEN.book(GARDEN.member("Ben"), Stay.in(tower, 3, 2, 2));
    GARDEN.accept(GARDEN.book(GARDEN.member("Clara"), Stay.in(tent, 2, 5, 3)).id());
    GARDEN.pending("Dora");
    return booking;
  }

  private static Stream<Arguments> screens() {
    return Stream.of(Device.values())
        .flatMap(
            device ->
                Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                    .flatMap(
                        light ->
                            Stream.concat(
                                PUBLIC_PAGES.stream()
                                    .map(path -> Arguments.of(device, light, path, false)),
                                MEMBER_PAGES.stream()
                                    .map(path -> Arguments.of(device, light, path, true)))));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("screens")
  void findsNothing(Device device, ColorScheme light, String path, boolean inside) {
    Supplier<Visitor> somebody =
        () ->
            inside
                ? Visitor.of(
                    GARDEN, device, ADMINISTRATOR, options -> options.setColorScheme(light))
                : Visitor.stranger(GARDEN, device, options -> options.setColorScheme(light));
    try (Visitor visitor = somebody.get()) {
      visitor.goTo(path).awaitLoaded();

      List<Rule> faults = new AxeBuilder(visitor.page()).analyze().getViolations();

      assertThat(faults)
          .extracting(fault -> fault.getId() + ": " + fault.getNodes().getFirst().getHtml())
          .isEmpty();
      assertThat(visitor.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as("how far the page overflows to the side, in pixels")
          .isEqualTo(0);
    }
  }
}
