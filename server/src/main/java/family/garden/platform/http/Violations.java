package family.garden.platform.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects all broken rules of a request, so that a person can correct all of them at once. */
public final class Violations {
  private final Map<String, List<Text>> found = new LinkedHashMap<>();

  public void add(String field, Text why) {
    found.computeIfAbsent(field, ignored -> new ArrayList<>()).add(why);
  }

  /** Adds {@code why} to {@code field} unless {@code holds}. */
  public void unless(boolean holds, String field, Text why) {
    if (!holds) {
      add(field, why);
    }
  }

  /**
   * The text without surrounding white space, and a violation if it is missing, empty, longer than
   * {@code most} characters (code points) or contains control characters.
   */
  public String line(String field, @Nullable String value, int most) {
    String text = value == null ? "" : value.strip();
    unless(!text.isEmpty(), field, Text.of("field.missing"));
    length(field, text, most);
    unless(text.codePoints().allMatch(Violations::isPrintable), field, Text.of("field.control"));
    return text;
  }

  /** Like {@link #line}, but may be absent (then null) and may have line breaks. */
  public @Nullable String prose(String field, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.strip();
    length(field, text, most);
    unless(
        text.codePoints().allMatch(c -> isPrintable(c) || "\n\r\t".indexOf(c) >= 0),
        field,
        Text.of("field.control"));
    return text;
  }

  /**
   * Neither a control character, nor a lone surrogate, which UTF-8 cannot encode, nor a character
   * that changes the direction of the text after it, which would then read otherwise than it is.
   */
  private static boolean isPrintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL && type != Character.SURROGATE && !turnsDirection(codePoint);
  }

  /**
   * An embedding, an override or an isolate of the bidirectional algorithm (UAX #9), or its end.
   */
  private static boolean turnsDirection(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  /**
   * The text without the characters that change its direction, for texts from before {@link #line}
   * refused them.
   */
  public static String unturned(String text) {
    return text.codePoints().noneMatch(Violations::turnsDirection)
        ? text
        : text.codePoints()
            .filter(c -> !turnsDirection(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private void length(String field, String text, int most) {
    unless(text.codePointCount(0, text.length()) <= most, field, Text.of("field.long", most));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All broken rules by field, in the order in which they were found. */
  public Map<String, List<Text>> found() {
    return found;
  }

  /**
   * Refuses the request if it breaks rules.
   *
   * @throws Refusal 400 if any rule is broken
   */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw Refusal.invalid(found);
    }
  }
}
