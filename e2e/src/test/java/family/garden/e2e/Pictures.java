package family.garden.e2e;

import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Takes pictures of the main screens, on a phone and a desk, in light and dark: {@code ./booking
 * pictures}. Not among the tests: somebody has to look at what it makes.
 */
class Pictures {
  private static final Path FOLDER = Path.of("target", "pictures");

  @Test
  void capturePictures() {
    try (Garden garden = WebGarden.open()) {
      Person anna = garden.administrator();
      garden.sql().run("UPDATE member SET first_name = 'Anna' WHERE id = ?", anna.id());
      Map<String, String> screens = furnish(garden);
      for (Device device : Device.values()) {
        for (ColorScheme light : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
          capture(garden, anna, device, light, screens);
        }
      }
    }
  }

  private static void capture(
      Garden garden, Person anna, Device device, ColorScheme light, Map<String, String> screens) {
    String kind = "-%s-%s.png".formatted(device, light).toLowerCase(Locale.ROOT);
    try (Visitor stranger =
        Visitor.stranger(garden, device, options -> options.setColorScheme(light))) {
      stranger.goTo("/");
      picture(stranger, "login" + kind);
    }
    try (Visitor visitor =
        Visitor.of(
            garden,
            device,
            anna,
            options -> options.setColorScheme(light).setReducedMotion(ReducedMotion.REDUCE))) {
      screens.forEach(
          (name, path) -> {
            visitor.goTo(path);
            picture(visitor, name + kind);
          });
    }
  }

  private static void picture(Visitor visitor, String name) {
    visitor.awaitLoaded().page().waitForLoadState(LoadState.NETWORKIDLE);
    visitor.page().screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name)));
  }

  /** Fills a garden with members and bookings; returns the address of each screen by its name. */
  private static Map<String, String> furnish(Garden garden) {
    UUID tower = garden.place("Turmzimmer", 2);
    UUID attic = garden.place("Dachboden", 4);
    UUID tent = garden.place("Großes Zelt", 6);
    UUID camper = garden.place("Wohnwagen", 3);
    LocalDate today = GardenServer.today();
    Person ben = garden.member("Ben");
    Person clara = garden.member("Clara");
    Person emil = garden.member("Emil");
    garden.accept(garden.book(ben, Stay.in(tower, 0, 3, 2)).id());
    garden.accept(garden.book(clara, Stay.in(attic, 1, 6, 3)).id());
    garden.book(emil, Stay.in(tent, 2, 4, 4).and(camper, 2));
    UUID own = garden.book(garden.administrator(), Stay.in(camper, 8, 5, 2)).id();
    garden.accept(own);
    garden.accept(garden.book(ben, Stay.in(attic, 9, 7, 4)).id());
    garden.book(clara, Stay.in(tower, 12, 3, 1).noting("Wir kommen mit dem Zug."));
    Map<String, String> screens = new TreeMap<>();
    screens.put("garden", "/garden");
    screens.put("book", "/book?start=" + today.plusDays(7));
    screens.put(
        "book-nights", "/book?start=%s&end=%s".formatted(today.plusDays(7), today.plusDays(9)));
    screens.put("bookings", "/bookings");
    screens.put("booking", "/booking?id=" + own);
    screens.put("waiting", "/waiting");
    screens.put("profile", "/profile");
    screens.put("admin", "/admin");
    screens.put("people", "/admin/people");
    screens.put("requests", "/admin/requests");
    screens.put("places", "/admin/accommodations");
    screens.put("passkeys", "/admin/passkeys");
    screens.put("security", "/admin/security");
    screens.put("report", "/admin/report");
    screens.put("box", "/admin/box");
    return screens;
  }
}
