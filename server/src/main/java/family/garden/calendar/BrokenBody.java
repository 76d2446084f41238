package family.garden.calendar;

import java.io.IOException;

/** A calendar stopped coming, or became too large, while it was read. */
final class BrokenBody extends IOException {
  private final transient Trouble trouble;

  BrokenBody(Trouble trouble) {
    super(trouble);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
