package family.garden.ops.release;

import com.google.gson.annotations.JsonAdapter;
import family.garden.ops.json.AsText;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version like 1.4.0 or 1.4.0-rc.2, ordered as Semantic Versioning 2.0.0 says (section 11), but
 * for what it calls build metadata, which we do not have.
 */
@JsonAdapter(Version.Adapter.class)
public record Version(String text) implements Comparable<Version> {
  private static final String NUMBER = "(0|[1-9]\\d{0,8})";
  private static final Pattern FORM =
      Pattern.compile(
          NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?");

  /** It is a text in JSON. */
  static final class Adapter extends AsText<Version> {
    Adapter() {
      super(Version::new);
    }
  }

  public Version {
    if (!isOne(text)) {
      throw new IllegalArgumentException(text + " is no version like 1.4.0");
    }
  }

  public static boolean isOne(String text) {
    return text.length() <= 60 && FORM.matcher(text).matches();
  }

  /** Whether it is a pre-release, like 1.4.0-rc.2. */
  public boolean isPreRelease() {
    return text.contains("-");
  }

  @Override
  public int compareTo(Version other) {
    Matcher mine = parts(text);
    Matcher theirs = parts(other.text);
    for (int part = 1; part <= 3; part++) {
      int order = number(mine.group(part)).compareTo(number(theirs.group(part)));
      if (order != 0) {
        return order;
      }
    }
    return comparePreliminary(mine.group(4), theirs.group(4));
  }

  /** A pre-release comes before its release. */
  private static int comparePreliminary(@Nullable String mine, @Nullable String theirs) {
    if (mine == null || theirs == null) {
      return Boolean.compare(mine == null, theirs == null);
    }
    String[] left = mine.split("\\.", -1);
    String[] right = theirs.split("\\.", -1);
    for (int at = 0; at < Math.min(left.length, right.length); at++) {
      int order = compareWord(left[at], right[at]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static int compareWord(String mine, String theirs) {
    boolean digits = mine.matches("\\d+");
    if (digits != theirs.matches("\\d+")) {
      return digits ? -1 : 1;
    }
    return digits ? number(mine).compareTo(number(theirs)) : mine.compareTo(theirs);
  }

  private static BigInteger number(String digits) {
    return new BigInteger(digits);
  }

  private static Matcher parts(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException(text);
    }
    return matcher;
  }

  @Override
  public String toString() {
    return text;
  }
}
