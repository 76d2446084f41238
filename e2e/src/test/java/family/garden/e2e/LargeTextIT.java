package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.GardenServer;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text of one and a half and of twice the size stays readable on the screens of a booking. */
class LargeTextIT {
  /** Links, buttons and other parts whose text is wider than they are. */
  private static final String OVERFLOWING =
      """
      [...document.querySelectorAll('nav a, main button, main a, main p, main h1, main h2')]
        .filter(it => it.checkVisibility() && it.clientWidth > 1)
        .filter(it => it.scrollWidth > it.clientWidth + 1)
        .filter(it => !it.closest('table'))
        .map(it => it.textContent)
      """;

  /** Text that reaches the hatched edge of what is full. */
  private static final String HATCHED_TEXT =
      """
      [...document.querySelectorAll('.hatched')].flatMap(it => {
        const edge = it.getBoundingClientRect().bottom
            - parseFloat(getComputedStyle(it).backgroundSize.split(' ')[1]);
        const range = document.createRange();
        range.selectNodeContents(it);
        return [...range.getClientRects()]
          .filter(text => text.height > 0 && text.bottom > edge + 1)
          .map(() => it.textContent);
      })
      """;

  @AutoClose private static final Garden GARDEN = WebGarden.open();
  private static final LocalDate FIRST = GardenServer.today().plusDays(2);

  static {
    UUID tower = GARDEN.place("Turmzimmer", 2);
    GARDEN.book(GARDEN.member("Ben"), Stay.from(tower, FIRST, 2, 2));
  }

  private static Stream<Arguments> screens() {
    return Stream.of(Device.values())
        .flatMap(
            device ->
                Stream.of(100, 150, 200)
                    .flatMap(
                        percent ->
                            Stream.of(
                                    "/garden",
                                    "/book?start=" + FIRST,
                                    "/book?start=%s&end=%s"
                                        .formatted(FIRST.plusDays(4), FIRST.plusDays(6)))
                                .map(path -> Arguments.of(device, percent, path))));
  }

  @ParameterizedTest(name = "{0} {1} % {2}")
  @MethodSource("screens")
  void overflowsNothing(Device device, int percent, String path) {
    try (Visitor visitor = Visitor.of(GARDEN, device, GARDEN.administrator())) {
      visitor.goTo(path).awaitLoaded();
      visitor
          .page()
          .evaluate("size => document.documentElement.style.fontSize = size", percent + "%");
      if (path.equals("/garden") && device == Device.PHONE) {
        visitor.page().locator("[data-day='" + FIRST + "']").click();
        assertThat(visitor.heading("Wer ist da am")).isVisible();
      }
      assertThat(visitor.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as("how far the page overflows to the side, in pixels")
          .isEqualTo(0);
      assertThat((List<?>) visitor.page().evaluate(OVERFLOWING)).isEmpty();
      if (percent == 100) {
        assertThat((List<?>) visitor.page().evaluate(HATCHED_TEXT)).isEmpty();
      }
    }
  }
}
