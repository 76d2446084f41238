package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
