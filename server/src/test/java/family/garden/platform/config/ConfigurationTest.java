package family.garden.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationTest {
  private static final String SECRET = "s3cret".repeat(6);

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "BOOKING_DATABASE_URL", "jdbc:postgresql://localhost/booking",
              "BOOKING_DATABASE_USER", "booking",
              "BOOKING_DATABASE_PASSWORD", "hidden-password",
              "BOOKING_SECRET", SECRET));

  @Test
  void the_least_that_is_needed_suffices() throws InvalidConfiguration {
    Configuration configuration = Configuration.load(environment);

    assertThat(configuration.port()).isEqualTo(8080);
    assertThat(configuration.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(configuration.publicUrl()).isEqualTo("http://localhost:8080");
    assertThat(configuration.secure()).isFalse();
    assertThat(configuration.redisUrl()).isNull();
    assertThat(configuration.admin()).isNull();
  }

  @Test
  void all_problems_are_reported_at_once_by_name_and_no_secret_with_them() {
    environment.remove("BOOKING_DATABASE_USER");
    environment.put("BOOKING_SECRET", "short-secret");
    environment.put("BOOKING_PORT", "eighty");
    environment.put("BOOKING_ZONE", "Europe/Garden");
    environment.put("BOOKING_PUBLIC_URL", "garden");
    environment.put("BOOKING_DATABASE_URL", "mysql://user:hidden-password@host/x");
    environment.put("BOOKING_REDIS_URL", "hidden-password@host");
    environment.put("BOOKING_ADMIN_EMAIL", "anna@garden.example");
    environment.put("BOOKING_WEB", "/nowhere");

    InvalidConfiguration refused =
        catchThrowableOfType(InvalidConfiguration.class, () -> Configuration.load(environment));

    assertThat(refused.problems())
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactlyInAnyOrder(
            "BOOKING_PORT",
            "BOOKING_PUBLIC_URL",
            "BOOKING_WEB",
            "BOOKING_SECRET",
            "BOOKING_ZONE",
            "BOOKING_DATABASE_URL",
            "BOOKING_DATABASE_USER",
            "BOOKING_REDIS_URL",
            "BOOKING_ADMIN_PASSWORD");
    assertThat(refused).hasMessageNotContaining("hidden-password");
    assertThat(refused).hasMessageNotContaining("short-secret");
  }

  @ParameterizedTest
  @CsvSource({
    "https://garden.example/booking, has a path",
    "https://garden.example/booking/, has a path",
    "https://garden.example//, has a path",
    "https://garden.example/%2e, has a path",
    "https://garden.example?x=1, after a ?",
    "https://garden.example/?, after a ?",
    "https://garden.example/#x, after a ?",
    "https://anna:hidden@garden.example, has a user",
    "ftp://garden.example, not a web address",
    "//garden.example, not a web address",
    "https:garden.example, not a web address",
    "https://, not a web address",
    "https://garden example, not a web address"
  })
  void an_address_with_more_than_a_host_is_refused_with_words(String address, String words) {
    environment.put("BOOKING_PUBLIC_URL", address);
    InvalidConfiguration refused =
        catchThrowableOfType(InvalidConfiguration.class, () -> Configuration.load(environment));
    assertThat(refused.problems())
        .singleElement()
        .asString()
        .startsWith("BOOKING_PUBLIC_URL: ")
        .contains(words)
        .doesNotContain("hidden");
  }

  @ParameterizedTest
  @CsvSource({
    "https://garden.example, https://garden.example",
    "https://garden.example/, https://garden.example",
    "http://192.0.2.7:8443/, http://192.0.2.7:8443",
    "https://[2001:db8::1], https://[2001:db8::1]"
  })
  void an_address_is_a_host_and_perhaps_a_port(String address, String used)
      throws InvalidConfiguration {
    environment.put("BOOKING_PUBLIC_URL", address);
    assertThat(Configuration.load(environment).publicUrl()).isEqualTo(used);
  }

  @Test
  void secrets_come_from_files_too(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    environment.remove("BOOKING_SECRET");
    environment.put("BOOKING_SECRET_FILE", file.toString());

    assertThat(Configuration.load(environment).secret()).isEqualTo(SECRET);
  }

  @Test
  void a_file_that_is_not_there_and_a_setting_made_twice_are_problems(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "x");
    environment.put("BOOKING_DATABASE_PASSWORD_FILE", file.toString());
    environment.remove("BOOKING_SECRET");
    environment.put("BOOKING_SECRET_FILE", folder.resolve("nowhere").toString());

    InvalidConfiguration refused =
        catchThrowableOfType(InvalidConfiguration.class, () -> Configuration.load(environment));

    assertThat(refused.problems())
        .anyMatch(problem -> problem.startsWith("BOOKING_DATABASE_PASSWORD: set twice"))
        .anyMatch(problem -> problem.startsWith("BOOKING_SECRET_FILE: "));
  }

  @Test
  void a_provider_is_set_as_a_whole_or_not_at_all() throws InvalidConfiguration {
    assertThat(Configuration.load(environment).oidc()).isNull();
    environment.put("BOOKING_OIDC_NAME", "Haus");
    assertThat(Configuration.load(environment).oidc()).isNull();
    environment.put("BOOKING_OIDC_CLIENT_ID", "garden");
    environment.put("BOOKING_OIDC_ISSUER", "http://accounts.example.org");

    InvalidConfiguration refused =
        catchThrowableOfType(InvalidConfiguration.class, () -> Configuration.load(environment));

    assertThat(refused.problems())
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("BOOKING_OIDC_ISSUER: "))
        .anyMatch(problem -> problem.startsWith("BOOKING_OIDC_CLIENT_SECRET: missing"));

    environment.put("BOOKING_OIDC_ISSUER", "https://accounts.example.org");
    environment.put("BOOKING_OIDC_CLIENT_SECRET", "hidden-password");
    assertThat(Configuration.load(environment).oidc())
        .isEqualTo(
            new OidcSettings("https://accounts.example.org", "garden", "hidden-password", "Haus"));
  }

  @Test
  void trusted_proxies_are_addresses_and_networks() throws Exception {
    environment.put("BOOKING_TRUSTED_PROXIES", "127.0.0.1, 172.18.0.0/15,2001:db8::/33");
    Networks trusted = Configuration.load(environment).trustedProxies();

    for (String inside : new String[] {"127.0.0.1", "172.19.255.1", "2001:db8:7fff::1"}) {
      assertThat(trusted.contain(InetAddress.ofLiteral(inside))).as(inside).isTrue();
    }
    for (String untrusted : new String[] {"127.0.0.2", "172.20.0.1", "2001:db8:8000::1", "::1"}) {
      assertThat(trusted.contain(InetAddress.ofLiteral(untrusted))).as(untrusted).isFalse();
    }
    for (String wrong : new String[] {"proxy", "127.0.0.1/33", "1.2.3.4/", "::1/x", ","}) {
      environment.put("BOOKING_TRUSTED_PROXIES", wrong);
      assertThat(
              catchThrowableOfType(
                      InvalidConfiguration.class, () -> Configuration.load(environment))
                  .problems())
          .as(wrong)
          .singleElement()
          .asString()
          .startsWith("BOOKING_TRUSTED_PROXIES: ");
    }
  }
}
