package family.garden.stack;

import java.util.Locale;

/** The two releases that a stack can hold, one of which is live. */
enum Colour {
  BLUE,
  GREEN;

  Colour other() {
    return this == BLUE ? GREEN : BLUE;
  }

  String server() {
    return "server-" + this;
  }

  String pages() {
    return "pages-" + this;
  }

  /** The colour that gave this response of {@code /api/version}. */
  static Colour of(String version) {
    return valueOf(Stack.json(version).path("colour").asText().toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
