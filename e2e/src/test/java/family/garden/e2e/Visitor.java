package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Somebody with a browser of their own: nothing is shared with the others. */
final class Visitor implements AutoCloseable {
  /**
   * The browser notes each answer of 400 and above as an error; those are looked at by the tests.
   */
  private static final String NOTED_ANSWER = "Failed to load resource";

  private final String home;
  private final BrowserContext browser;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Visitor(URI address, NewContextOptions options) {
    home = address.toString();
    browser = Browsers.chromium().newContext(options);
    page = browser.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains(NOTED_ANSWER)) {
            complaints.add(message.text());
          }
        });
  }

  /** Somebody without a session. */
  static Visitor stranger(Garden garden, Device device) {
    return stranger(garden, device, options -> options);
  }

  static Visitor stranger(Garden garden, Device device, UnaryOperator<NewContextOptions> settings) {
    return new Visitor(garden.server().address(), settings.apply(device.options()));
  }

  /** Somebody without a session, who knows the garden by another address. */
  static Visitor stranger(URI address, Device device) {
    return new Visitor(address, device.options());
  }

  /** Somebody who has signed in before. */
  static Visitor of(Garden garden, Device device, Person person) {
    return of(garden, device, person, options -> options);
  }

  static Visitor of(
      Garden garden, Device device, Person person, UnaryOperator<NewContextOptions> settings) {
    return stranger(garden, device, settings).signIn(person);
  }

  /** Signs somebody in, in another tab of this browser. */
  Visitor signIn(Person person) {
    browser.addCookies(
        List.of(
            new Cookie("booking_session", person.token())
                .setUrl(home)
                .setHttpOnly(true)
                .setSameSite(SameSiteAttribute.STRICT)));
    return this;
  }

  Visitor goTo(String path) {
    page.navigate(home + path);
    return this;
  }

  Page page() {
    return page;
  }

  BrowserContext browser() {
    return browser;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator text(String text) {
    return page.getByText(text);
  }

  /** What is told aloud as gone wrong. */
  Locator alert() {
    // Next.js keeps an empty one for the names of pages.
    return page.locator("[role=alert]:not(next-route-announcer *):not(:empty)");
  }

  Visitor seesHeading(String name) {
    assertThat(heading(name).first()).isVisible();
    return this;
  }

  /** Waits until the screen is there with all that it asked for. */
  Visitor seesAllOfIt() {
    assertThat(page.locator("h1").first()).isVisible();
    assertThat(page.locator("[role=status]:has-text('…')")).hasCount(0);
    return this;
  }

  Visitor isAt(String path) {
    // Compared by the browser's expressions, which know no \\Q.
    String address = (home + path).replace(".", "\\.");
    assertThat(page).hasURL(Pattern.compile("^" + address + "([?#].*)?$"));
    return this;
  }

  /** What broke on the page: errors of scripts, and everything the content policy refused. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    browser.close();
    if (!complaints.isEmpty()) {
      throw new AssertionError("The browser complained: " + complaints);
    }
  }
}
