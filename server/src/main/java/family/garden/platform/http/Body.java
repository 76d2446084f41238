package family.garden.platform.http;

import org.jspecify.annotations.Nullable;

/** A request body that must be there. */
public final class Body {
  private Body() {}

  /**
   * The body.
   *
   * @throws Refusal 400 if the body is empty or the JSON value null
   */
  public static <T> T required(@Nullable T body) {
    if (body == null) {
      throw Refusal.invalid("body", Text.of("field.missing"));
    }
    return body;
  }
}
