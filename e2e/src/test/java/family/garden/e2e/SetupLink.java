package family.garden.e2e;

import static org.awaitility.Awaitility.await;

import family.garden.contract.garden.Garden;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gardens that nobody has set up, and the setup link that their server prints. */
final class SetupLink {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/setup#token=\\S+)");

  private SetupLink() {}

  /** A garden without an administrator. */
  static Garden emptyGarden() {
    return WebGarden.open(
        launch -> launch.without("BOOKING_ADMIN_EMAIL").without("BOOKING_ADMIN_PASSWORD"));
  }

  /** The path and token of the link, once it is printed. */
  static String printedBy(Garden garden) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              Matcher link = LINK.matcher(garden.server().output());
              return link.find() ? link.group(1) : "";
            },
            link -> !link.isEmpty());
  }
}
