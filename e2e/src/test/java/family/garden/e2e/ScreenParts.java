package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;

/** ScreenParts of a screen that hold buttons and words of their own. */
final class ScreenParts {
  private ScreenParts() {}

  /** The question that stands above the page. */
  static Locator question(Visitor visitor) {
    return visitor.page().locator("dialog[open]");
  }

  /** Entries of lists that say something. */
  static Locator entry(Visitor visitor, String words) {
    return visitor
        .page()
        .getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(words));
  }

  /** Rows of a table, found by the table's name and words in the row. */
  static Locator row(Visitor visitor, String table, String words) {
    return visitor
        .page()
        .getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(table).setExact(true))
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(words));
  }

  /** The free beds of the whole garden at a desk, night by night. */
  static Locator freeInAll(Visitor visitor) {
    return visitor
        .page()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText("Frei insgesamt"))
        .locator("td");
  }

  /**
   * A day in the calendar that nights are chosen from, which is turned to its month where it shows
   * an earlier one. Which month it opens at depends on today: on the last day of a month it is the
   * next, for nobody can wait for tonight.
   */
  static Locator turnTo(Visitor visitor, LocalDate day) {
    Locator wanted = visitor.page().locator("[data-day='" + day + "']");
    Locator shown = visitor.page().locator("[data-day]");
    assertThat(shown.first()).isVisible();
    while (wanted.count() == 0) {
      String last = shown.last().getAttribute("data-day");
      if (day.isBefore(LocalDate.parse(last))) {
        throw new AssertionError(
            "The calendar shows nights up to " + last + " and leaves out " + day);
      }
      visitor.button("Späterer Monat").click();
      assertThat(shown.last()).not().hasAttribute("data-day", last);
    }
    return wanted;
  }

  static Locator button(Locator part, String name) {
    return part.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator link(Locator part, String name) {
    return part.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
  }

  static Locator field(Locator part, String label) {
    return part.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  /** What the page says without the menu. */
  static Locator content(Visitor visitor) {
    return visitor.page().getByRole(AriaRole.MAIN);
  }
}
