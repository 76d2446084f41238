package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "Hans@Müller.Example, hans@xn--mller-kva.example",
    "hans@mu\u0308ller.example, hans@xn--mller-kva.example",
    "hans@XN--MLLER-KVA.example, hans@xn--mller-kva.example",
    "hans@müller\u3002example, hans@xn--mller-kva.example",
    "Hänschen@garden.example, hänschen@garden.example",
    "ha\u0308nschen@garden.example, hänschen@garden.example"
  })
  void has_one_spelling(String typed, String canonical) {
    assertThat(EmailAddress.canonical(typed)).isEqualTo(canonical);
  }

  /** Java would write another domain for the first two: that of somebody else. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a@straße.example", "a@σας.example", "a@x\uff20evil.example", "a@ü..example"})
  void has_no_spelling_where_it_would_lead_elsewhere(String typed) {
    assertThat(EmailAddress.withAsciiDomain(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hans@müller.example",
        "hans@mu\u0308ller.example",
        "hans@xn--mller-kva.example",
        "hänschen@müller.example",
        "ha\u0308nschen@mu\u0308ller.example",
        "hans@straße.example",
        "hans@xn--strae-oqa.example",
        "hans@garden.example",
        "nobody",
        "@",
        ""
      })
  void is_among_the_spellings_that_may_be_stored(String typed) {
    List<String> stored = EmailAddress.stored(EmailAddress.canonical(typed));
    assertThat(stored).contains(typed).doesNotHaveDuplicates().hasSizeLessThan(6);
    assertThat(stored.getFirst()).isEqualTo(EmailAddress.canonical(typed));
    assertThat(stored).allMatch(one -> EmailAddress.canonical(one).equals(stored.getFirst()));
  }

  @Test
  void keeps_what_needs_no_conversion() {
    assertThat(EmailAddress.withAsciiDomain("a_b@localhost")).contains("a_b@localhost");
  }
}
