package family.garden.platform.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that members read. */
public enum Language {
  GERMAN("de"),
  ENGLISH("en");

  private static final List<Locale> SPOKEN = List.of(Locale.GERMAN, Locale.ENGLISH);

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** The ISO 639 code, as in the database and in the API. */
  @JsonValue
  public String code() {
    return code;
  }

  Locale locale() {
    return this == GERMAN ? Locale.GERMAN : Locale.ENGLISH;
  }

  /**
   * The language of a code.
   *
   * @throws IllegalArgumentException if no member reads that language
   */
  @JsonCreator
  public static Language ofCode(String code) {
    return switch (code) {
      case "de" -> GERMAN;
      case "en" -> ENGLISH;
      default -> throw new IllegalArgumentException("de or en");
    };
  }

  /** The best match for an {@code Accept-Language} header (RFC 4647 lookup); German by default. */
  public static Language accepted(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > 200) {
      return GERMAN;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
      return Locale.ENGLISH.equals(best) ? ENGLISH : GERMAN;
    } catch (RuntimeException malformed) {
      // Not only the documented IllegalArgumentException: any header that cannot be read means
      // German.
      return GERMAN;
    }
  }
}
