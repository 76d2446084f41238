package family.garden.ops.notify;

import family.garden.ops.result.Times;
import java.time.Duration;

/**
 * What happened, and what to do about it.
 *
 * @param title in a few words, like "1.4.0 serves"
 * @param good whether nothing is wrong
 * @param text what happened, in a sentence or two; no secrets
 * @param took how long; zero where that says nothing
 * @param advice what to do; empty where there is nothing to do
 */
public record Notification(String title, boolean good, String text, Duration took, String advice) {
  public Notification {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a notification needs a title");
    }
  }

  /** The same with the box in its title, for a keeper of more than one. */
  Notification of(String box) {
    return new Notification(box + ": " + title, good, text, took, advice);
  }

  String body() {
    StringBuilder body = new StringBuilder(text);
    if (took.isPositive()) {
      body.append(body.isEmpty() ? "" : "\n")
          .append("It took ")
          .append(Times.format(took))
          .append('.');
    }
    if (!advice.isBlank()) {
      body.append(body.isEmpty() ? "" : "\n").append("What to do: ").append(advice);
    }
    return body.toString();
  }
}
