package family.garden.platform.http;

import org.jspecify.annotations.Nullable;

/** Versions of things as entity tags (RFC 9110, section 8.8.3). */
public final class ETags {
  private ETags() {}

  public static String of(int version) {
    return "\"" + version + "\"";
  }

  /**
   * Refuses a change that was made to another version than the one there is. Without the header
   * nothing is compared.
   *
   * @param ifMatch the {@code If-Match} header: {@code *}, or one or more tags
   * @throws Refusal 412 if none of the tags is the version's
   */
  public static void refuseIfStale(@Nullable String ifMatch, int version) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return;
    }
    for (String tag : ifMatch.split(",", -1)) {
      if (tag.strip().equals(of(version))) {
        return;
      }
    }
    throw Refusal.stale();
  }
}
