package family.garden.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Versions of things as entity tags (RFC 9110, section 8.8.3). */
public final class ETags {
  private static final String WEAK = "W/";

  private ETags() {}

  public static String of(int version) {
    return "\"" + version + "\"";
  }

  /**
   * The {@code If-Match} header, all of its lines; null if there is none. An injected parameter
   * would hold only the first line, and null for an empty one.
   */
  public static @Nullable String ifMatch(HttpHeaders headers) {
    return headers.getHeaderString(HttpHeaders.IF_MATCH);
  }

  /**
   * Refuses a change to another version than the current one. Without the header nothing is
   * compared.
   *
   * @param ifMatch the {@code If-Match} header: {@code *}, or one or more tags
   * @throws Refusal 412 if none of the tags is the version's
   */
  public static void refuseIfStale(@Nullable String ifMatch, int version) {
    if (ifMatch != null && !matches(ifMatch, of(version))) {
      throw Refusal.stale();
    }
  }

  /**
   * Like {@link #refuseIfStale}, but the header must be there.
   *
   * @throws Refusal 428 if it is not; 412 if none of the tags is the version's
   */
  public static void require(@Nullable String ifMatch, int version) {
    if (ifMatch == null) {
      throw Refusal.versionMissing();
    }
    refuseIfStale(ifMatch, version);
  }

  /**
   * Whether a header of {@code *} or of tags has {@code tag} in it. The comparison is weak, because
   * a proxy that compresses an answer marks its tag as weak: the client then sends {@code W/"1"}
   * for {@code "1"}.
   *
   * @param header {@code If-Match} or {@code If-None-Match}
   * @param tag in quotes, without a comma
   */
  public static boolean matches(String header, String tag) {
    if (header.strip().equals("*")) {
      return true;
    }
    for (String one : header.split(",", -1)) {
      String sent = one.strip();
      if ((sent.startsWith(WEAK) ? sent.substring(WEAK.length()) : sent).equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
