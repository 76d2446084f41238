package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;

/** Finds parts of a screen: dialogs, entries of lists, rows of tables. */
final class ScreenParts {
  private ScreenParts() {}

  /** The open dialog. */
  static Locator dialog(Visitor visitor) {
    return visitor.page().locator("dialog[open]");
  }

  /** Entries of lists with a text. */
  static Locator entry(Visitor visitor, String words) {
    return visitor
        .page()
        .getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(words));
  }

  /** Rows of a table, by the name of the table and a text in the row. */
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

  /** Jumps to a month in the garden. */
  static void showMonth(Visitor visitor, LocalDate month) {
    visitor.field("Monat wählen").selectOption(month.withDayOfMonth(1).toString());
  }

  /** The nights that the garden shows: columns at a desk, cells of a calendar on a phone. */
  static Locator shownNights(Visitor visitor) {
    return visitor.page().locator("th[data-night], [data-day]");
  }

  /**
   * A day in the calendar of a form; turns the pages up to the month of that day. The month in
   * which the calendar opens depends on today: on the last day of a month it is the next month,
   * since the waiting list begins with tomorrow.
   */
  static Locator dayInCalendar(Visitor visitor, LocalDate day) {
    Locator cell = visitor.page().locator("[data-day='" + day + "']");
    Locator shown = visitor.page().locator("[data-day]");
    assertThat(shown.first()).isVisible();
    while (cell.count() == 0) {
      String last = shown.last().getAttribute("data-day");
      if (day.isBefore(LocalDate.parse(last))) {
        throw new AssertionError(
            "The calendar shows nights up to " + last + " and leaves out " + day);
      }
      visitor.button("Späterer Monat").click();
      assertThat(shown.last()).not().hasAttribute("data-day", last);
    }
    return cell;
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

  /** The content of the page without the menu. */
  static Locator content(Visitor visitor) {
    return visitor.page().getByRole(AriaRole.MAIN);
  }
}
