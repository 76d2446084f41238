package family.garden.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's own Chromium, started once for all tests. */
final class Browsers {
  private static final double TIMEOUT_MS = 30_000;

  private static @Nullable Browser chromium;

  private Browsers() {}

  static synchronized Browser chromium() {
    Browser running = chromium;
    if (running == null) {
      // Other tests and builds may use the same two cores.
      PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MS);
      Playwright playwright = Playwright.create();
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      running =
          playwright
              .chromium()
              .launch(
                  new LaunchOptions()
                      .setExecutablePath(program())
                      // Root has no sandbox; and Chromium sends no requests of its own.
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
      chromium = running;
    }
    return running;
  }

  private static Path program() {
    return Stream.of(
            System.getenv("BOOKING_CHROMIUM"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Tried to find Chromium, found none; install it (Debian: apt install chromium)"
                        + " or set BOOKING_CHROMIUM to the program"));
  }
}
