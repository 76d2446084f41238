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

/** A person with a browser of their own; visitors share neither cookies nor storage. */
final class Visitor implements AutoCloseable {
  /** The browser logs each answer of 400 and above as an error; the tests check those answers. */
  private static final String NOTED_ANSWER = "Failed to load resource";

  private final String home;
  private final BrowserContext browser;
  private final Page page;
  private final List<String> browserErrors = new CopyOnWriteArrayList<>();

  private Visitor(URI address, NewContextOptions options) {
    home = address.toString();
    browser = Browsers.chromium().newContext(options);
    page = browser.newPage();
    page.onPageError(browserErrors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains(NOTED_ANSWER)) {
            browserErrors.add(message.text());
          }
        });
  }

  /** A visitor without a session. */
  static Visitor stranger(Garden garden, Device device) {
    return stranger(garden, device, options -> options);
  }

  static Visitor stranger(Garden garden, Device device, UnaryOperator<NewContextOptions> settings) {
    return new Visitor(garden.server().address(), settings.apply(device.options()));
  }

  /** A visitor without a session, who opens the garden at another address. */
  static Visitor stranger(URI address, Device device) {
    return new Visitor(address, device.options());
  }

  /** A visitor who is logged in already. */
  static Visitor of(Garden garden, Device device, Person person) {
    return of(garden, device, person, options -> options);
  }

  static Visitor of(
      Garden garden, Device device, Person person, UnaryOperator<NewContextOptions> settings) {
    return stranger(garden, device, settings).logIn(person);
  }

  /** Logs a person in, as another tab of this browser would. */
  Visitor logIn(Person person) {
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

  /** The error messages that screen readers read. */
  Locator alert() {
    // Next.js has an empty alert for the titles of pages.
    return page.locator("[role=alert]:not(next-route-announcer *):not(:empty)");
  }

  Visitor seesHeading(String name) {
    assertThat(heading(name).first()).isVisible();
    return this;
  }

  /** Waits until the screen has loaded all of its data. */
  Visitor awaitLoaded() {
    assertThat(page.locator("h1").first()).isVisible();
    assertThat(page.locator("[role=status]:has-text('…')")).hasCount(0);
    return this;
  }

  Visitor isAt(String path) {
    // The browser's regular expressions have no \\Q.
    String address = (home + path).replace(".", "\\.");
    assertThat(page).hasURL(Pattern.compile("^" + address + "([?#].*)?$"));
    return this;
  }

  /** Errors of scripts, and everything that the Content-Security-Policy blocked. */
  List<String> browserErrors() {
    return List.copyOf(browserErrors);
  }

  @Override
  public void close() {
    browser.close();
    if (!browserErrors.isEmpty()) {
      throw new AssertionError("The browser complained: " + browserErrors);
    }
  }
}
