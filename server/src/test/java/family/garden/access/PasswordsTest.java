package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void a_password_matches_its_own_hash_and_no_other() {
    String hash = passwords.hash("roses need no fence");

    assertThat(passwords.matches("roses need no fence", hash)).isTrue();
    assertThat(passwords.matches("Roses need no fence", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
    assertThat(passwords.matches(null, hash)).isFalse();
  }

  @Test
  void the_hash_is_argon2id_of_the_cost_that_is_documented_and_salted() {
    String hash = passwords.hash("roses need no fence");

    assertThat(hash).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
    assertThat(passwords.hash("roses need no fence")).isNotEqualTo(hash);
  }

  @Test
  void where_there_is_no_hash_nothing_matches() {
    assertThat(passwords.matches("nobody has this password", null)).isFalse();
  }

  @Test
  void the_same_umlaut_typed_on_another_keyboard_is_the_same() {
    String composed = "g\u00e4rtnern macht froh";
    String decomposed = "ga\u0308rtnern macht froh";

    assertThat(passwords.matches(decomposed, passwords.hash(composed))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890",
        "0987654321",
        "          ",
        "aaaaaaaaaa",
        "abababababab",
        "abcdefghijkl",
        "qwertzuiop",
        "qwertyuiop12",
        "1q2w3e4r5t",
        "password123",
        "P@ssw0rd123",
        "Passwort123!",
        "Sommer2024!",
        "24.12.1990ab",
        "hallohallo1",
        "iloveyou123",
        "ichliebedich",
        "trustno1trustno1"
      })
  void what_people_often_choose_is_weak(String password) {
    assertThat(faults(password, Set.of())).containsExactly("password.weak");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roses need no fence",
        "tulips in the rain",
        "vier Wörter am Zaun",
        "xK3!qv9Zr#Lm",
        "for-a-minute",
        "Hühner mögen Regen"
      })
  void words_that_have_nothing_to_do_with_each_other_are_good(String password) {
    assertThat(faults(password, Set.of("anna", "garten"))).isEmpty();
  }

  @Test
  void what_is_known_of_the_person_is_no_secret() {
    Set<String> anna = Set.of("anna.zwiebelkuchen@garden.example", "anna", "zwiebelkuchen");

    assertThat(faults("zwiebelkuchen", anna)).containsExactly("password.personal");
    assertThat(faults("Zwiebelkuchen 1!", anna)).containsExactly("password.personal");
    assertThat(faults("anna.zwiebelkuchen@garden.example", anna))
        .containsExactly("password.personal");
    assertThat(faults("zwiebelkuchen", Set.of())).isEmpty();
  }

  @Test
  void the_length_is_counted_in_characters() {
    String varied = "Öfen, Äpfel & Übermut: ".repeat(8);
    assertThat(faults("short one", Set.of())).containsExactly("password.length");
    assertThat(faults(null, Set.of())).containsExactly("password.length");
    assertThat(faults(varied.substring(0, 128), Set.of())).isEmpty();
    assertThat(faults(varied.substring(0, 129), Set.of())).containsExactly("password.length");
  }

  private List<String> faults(@Nullable String password, Set<String> personal) {
    Violations violations = new Violations();
    passwords.check(password, "password", personal, violations);
    return violations.found().getOrDefault("password", List.of()).stream().map(Text::key).toList();
  }
}
