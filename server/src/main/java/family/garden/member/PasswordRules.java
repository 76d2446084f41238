package family.garden.member;

import family.garden.access.Passwords;
import family.garden.platform.config.Configuration;
import family.garden.platform.http.Violations;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules for a new password, which must not contain words of the person or the garden. */
@Singleton
final class PasswordRules {
  private static final int SHORTEST_WORD = 3;
  private static final List<String> GARDEN =
      List.of("booking", "buchung", "garten", "garden", "password", "passwort");

  private final Passwords passwords;
  private final List<String> garden;

  PasswordRules(Passwords passwords, Configuration configuration) {
    this.passwords = passwords;
    String host = Objects.requireNonNullElse(URI.create(configuration.publicUrl()).getHost(), "");
    this.garden = Stream.concat(GARDEN.stream(), parts(host)).distinct().toList();
  }

  /** Adds to {@code field} what is wrong with a password of an unknown person. */
  void check(@Nullable String password, String field, Violations violations) {
    passwords.check(password, field, garden, violations);
  }

  /** Adds to {@code field} what is wrong with a password of the person with these details. */
  void check(@Nullable String password, String field, Details person, Violations violations) {
    Set<String> known =
        Stream.of(
                garden.stream(),
                parts(person.email()),
                parts(person.firstName()),
                parts(person.lastName()))
            .flatMap(words -> words)
            .collect(Collectors.toSet());
    passwords.check(password, field, known, violations);
  }

  /**
   * Refuses a password of this member.
   *
   * @throws family.garden.platform.http.Refusal 400
   */
  void refuse(@Nullable String password, String field, Member member) {
    Violations violations = new Violations();
    check(
        password,
        field,
        new Details(member.email(), member.firstName(), member.lastName()),
        violations);
    violations.refuseIfAny();
  }

  /** The whole text and each word of it that is too long to occur by chance. */
  private static Stream<String> parts(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.concat(Stream.of(lower), Arrays.stream(lower.split("[^\\p{L}\\p{N}]+", -1)))
        .filter(word -> word.length() >= SHORTEST_WORD);
  }
}
