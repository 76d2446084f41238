package family.garden.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Parts of a screen that hold buttons and words of their own. */
final class Parts {
  private Parts() {}

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
