package family.garden.member;

import family.garden.access.Role;
import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import java.text.Normalizer;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name and address that a person typed, normalised.
 *
 * @param email in the one spelling that is stored and compared
 */
record Details(String email, String firstName, String lastName) {
  private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";

  /**
   * Characters around an @, none of which could end a mail header or begin a tag. Only sending a
   * mail shows whether the address exists.
   */
  private static final Pattern EMAIL =
      Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(\\." + ATOM + ")*@[a-z0-9-]+(\\.[a-z0-9-]+)*");

  /** A part of a mail or web address; "Dr. Grün" does not match. */
  private static final Pattern LURE =
      Pattern.compile("@|://|www\\.|[\\p{L}\\p{N}]\\.\\p{L}{2,}", Pattern.CASE_INSENSITIVE);

  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;

  static final int LONGEST_NAME = 100;
  private static final int LONGEST_EMAIL = 254;

  /** The normalised details; adds to the violations what is wrong with them. */
  static Details typed(
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      Violations violations) {
    return new Details(
        email(email, violations),
        name("firstName", firstName, violations),
        name("lastName", lastName, violations));
  }

  /**
   * Like {@link #typed}, by somebody who has not proven that the address is theirs. Letters to the
   * address contain the names, so a name must not contain a link.
   */
  static Details typedByStranger(
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      Violations violations) {
    Details details = typed(email, firstName, lastName, violations);
    details.noteLures(violations);
    return details;
  }

  /** Adds names that contain an address, also a hidden one, to the violations. */
  void noteLures(Violations violations) {
    violations.unless(isHarmless(firstName), "firstName", Text.of("name.plain"));
    violations.unless(isHarmless(lastName), "lastName", Text.of("name.plain"));
  }

  private static boolean isHarmless(String name) {
    String read = Normalizer.normalize(name, Normalizer.Form.NFKC).replace('\u3002', '.');
    return read.codePoints().noneMatch(Details::isHidden) && !LURE.matcher(read).find();
  }

  /** Invisible characters and line breaks, except those that join letters in some scripts. */
  private static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> codePoint != ZWNJ && codePoint != ZWJ;
      default -> false;
    };
  }

  /**
   * A new person with these details.
   *
   * @param passwordHash null until a password is chosen
   */
  Member joining(
      Role role, Status status, Language language, Instant now, @Nullable String passwordHash) {
    return new Member(
        UUID.randomUUID(),
        email,
        firstName,
        lastName,
        role,
        status,
        language,
        false,
        true,
        now,
        null,
        passwordHash);
  }

  /**
   * The address in the spelling that is stored and compared; a violation is added if it is not an
   * address.
   */
  static String email(@Nullable String typed, Violations violations) {
    String email = canonical(typed == null ? "" : typed);
    violations.unless(
        email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches(),
        "email",
        Text.of("email.malformed"));
    return email;
  }

  /**
   * Like {@link #email}, if the request has no other fields.
   *
   * @throws Refusal 400 if it is none
   */
  static String email(@Nullable String typed) {
    Violations violations = new Violations();
    String email = email(typed, violations);
    violations.refuseIfAny();
    return email;
  }

  /** The address as it is compared at a log-in; text that is not an address matches nobody. */
  static String lower(@Nullable String typed) {
    // PostgreSQL refuses NUL in a text.
    return typed == null || typed.indexOf('\0') >= 0 ? "" : canonical(typed.strip());
  }

  private static String canonical(String typed) {
    return EmailAddress.canonical(typed.substring(0, Math.min(typed.length(), LONGEST_EMAIL + 1)));
  }

  static String name(String field, @Nullable String typed, Violations violations) {
    return violations.line(field, typed, LONGEST_NAME);
  }
}
