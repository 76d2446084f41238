package family.garden.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import family.garden.contract.garden.Stay;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailSettingsIT {
  private static final String PATH = "/api/admin/email-settings";

  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();
  private static final JsonNode UNSET = ADMIN.get(PATH).expect(200).body();
  private static final int BEFORE = ADMIN.post(PATH + "/test", "{}").status();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);

  @BeforeEach
  void begin() {
    GARDEN.sql().run("DELETE FROM email_settings");
  }

  @Test
  void sendsNothingBeforeItIsSet() {
    assertThat(UNSET.path("enabled").asBoolean()).isFalse();
    assertThat(UNSET.path("hasPassword").asBoolean()).isFalse();
    assertThat(BEFORE).isEqualTo(400);
    GARDEN.book(GARDEN.member("Anna"), Stay.in(GARDEN.place("Turm", 2), 3, 1, 1));
    assertThat(GARDEN.sql().one("SELECT count(*) FROM outbox")).isEqualTo("0");
  }

  @Test
  void neverShowsThePasswordAndSealsIt() {
    JsonNode put = ADMIN.put(PATH, withPassword(MailServer.PASSWORD)).expect(200).body();
    JsonNode got = ADMIN.get(PATH).expect(200).body();
    assertThat(got).isEqualTo(put);
    assertThat(got.path("hasPassword").asBoolean()).isTrue();
    assertThat(got.path("username").asText()).isEqualTo(MailServer.USER);
    assertThat(got.toString()).doesNotContain(MailServer.PASSWORD);
    byte[] plain = MailServer.PASSWORD.getBytes(StandardCharsets.UTF_8);
    assertThat(GARDEN.sql().everything())
        .doesNotContain(MailServer.PASSWORD, HexFormat.of().formatHex(plain));
    String sealed = GARDEN.sql().one("SELECT sealed_password FROM email_settings");
    ADMIN.put(PATH, withPassword(MailServer.PASSWORD)).expect(200);
    assertThat(GARDEN.sql().one("SELECT sealed_password FROM email_settings"))
        .as("sealed anew each time")
        .isNotEqualTo(sealed);
  }

  @Test
  void keepsThePasswordWhereNoneIsSent() {
    ADMIN.put(PATH, withPassword(MailServer.PASSWORD)).expect(200);
    ADMIN.post(PATH + "/test", "{}").expect(202);
    Map<String, Object> without = withPassword("");
    without.remove("password");
    assertThat(ADMIN.put(PATH, without).expect(200).body().path("hasPassword").asBoolean())
        .isTrue();
    ADMIN.post(PATH + "/test", "{}").expect(202);
    ADMIN.put(PATH, withPassword("not the password")).expect(200);
    assertThat(ADMIN.post(PATH + "/test", "{}").expect(400).errors("host")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"host, 127.0.0.1", "port, 26", "username, other", "security, StartTls"})
  void asksForThePasswordAgainBeforeItGoesElsewhere(String field, String value) {
    ADMIN.put(PATH, withPassword(MailServer.PASSWORD)).expect(200);
    Map<String, Object> changed = withPassword("");
    changed.remove("password");
    changed.put(field, field.equals("port") ? Integer.valueOf(value) : value);
    JsonNode before = ADMIN.get(PATH).body();
    assertThat(ADMIN.put(PATH, changed).expect(400).errors("password")).hasSize(1);
    assertThat(ADMIN.get(PATH).body()).isEqualTo(before);
    changed.put("password", "for the other");
    assertThat(ADMIN.put(PATH, changed).expect(200).body().path("hasPassword").asBoolean())
        .isTrue();
  }

  @Test
  void forgetsThePasswordOfAUserWhoIsNoMore() {
    ADMIN.put(PATH, withPassword(MailServer.PASSWORD)).expect(200);
    assertThat(ADMIN.put(PATH, MAIL.settings()).expect(200).body().path("hasPassword").asBoolean())
        .isFalse();
    assertThat(GARDEN.sql().one("SELECT sealed_password IS NULL FROM email_settings"))
        .isEqualTo("t");
  }

  /**
   * The response does not quote the other server; otherwise the test mail would be a port scanner.
   */
  @ParameterizedTest
  @CsvSource({
    "'', SSH-2.0-OpenSSH_9.9 secret, antwortet nicht wie ein Mailserver",
    "'', 554 secret, antwortet nicht wie ein Mailserver",
    "AUTH, 535 secret, nimmt Benutzername",
    "MAIL, 550 secret, nimmt den Absender",
    "RCPT, 550 secret, nimmt die Adresse",
    "DATA, 554 secret, nach der Übergabe",
    "., 554 secret, nach der Übergabe"
  })
  void saysOnlyWhichKindOfFailureItWas(String command, String answer, String words) {
    try (ScriptedMailServer server = new ScriptedMailServer().answer(command, answer)) {
      Map<String, Object> settings = server.settings();
      settings.put("username", "garden");
      settings.put("password", "pigeons");
      ADMIN.put(PATH, settings).expect(200);
      assertThat(ADMIN.post(PATH + "/test", "{}").expect(400).text())
          .contains(words)
          .doesNotContain("secret", "SSH", "55", "535");
      for (String security : List.of("Tls", "StartTls")) {
        settings.put("security", security);
        ADMIN.put(PATH, settings).expect(200);
        assertThat(ADMIN.post(PATH + "/test", "{}").expect(400).text())
            .doesNotContain("secret", "SSH");
      }
    }
  }

  @Test
  void distinguishesTlsThatFailsFromTheRest() {
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      Map<String, Object> settings = server.settings();
      for (String security : List.of("Tls", "StartTls")) {
        settings.put("security", security);
        ADMIN.put(PATH, settings).expect(200);
        assertThat(ADMIN.post(PATH + "/test", "{}").expect(400).text())
            .contains("verschlüsselte Verbindung");
      }
    }
  }

  @Test
  void triesTheSettingsWithALetter() {
    ADMIN.put(PATH, MAIL.settings()).expect(200);
    ADMIN.post(PATH + "/test", "{}").expect(202);
    ADMIN.post(PATH + "/test", Map.of("to", "other@garden.example")).expect(202);
    assertThat(MAIL.letters(GARDEN.administrator().email(), "Testmail")).isNotEmpty();
    assertThat(MAIL.letters("other@garden.example", "Testmail")).hasSize(1);
  }

  @Test
  void triesTheSettingsWithoutABody() {
    ADMIN.put(PATH, MAIL.settings()).expect(200);
    ADMIN.post(PATH + "/test").expect(202);
  }

  @Test
  void saysWhatIsWrongWithTheMailServer() {
    Map<String, Object> settings = MAIL.settings();
    settings.put("port", 1);
    ADMIN.put(PATH, settings).expect(200);
    assertThat(ADMIN.post(PATH + "/test", "{}").expect(400).errors("host").path(0).asText())
        .contains("localhost", "nimmt er keine Verbindung an");
    settings.put("host", "no-such-host.invalid");
    ADMIN.put(PATH, settings).expect(200);
    assertThat(ADMIN.post(PATH + "/test", "{}").expect(400).errors("host").path(0).asText())
        .contains("no-such-host.invalid", "Namens gibt es nicht");
    settings.putAll(Map.of("host", "localhost", "port", port(), "security", "StartTls"));
    ADMIN.put(PATH, settings).expect(200);
    ADMIN.post(PATH + "/test", "{}").expect(400);
  }

  private static Object port() {
    return Objects.requireNonNull(MAIL.settings().get("port"));
  }

  @Test
  void writesNoLettersWhileItIsSwitchedOff() {
    Map<String, Object> off = MAIL.settings();
    off.put("enabled", false);
    assertThat(ADMIN.put(PATH, off).expect(200).body().path("enabled").asBoolean()).isFalse();
    Person anna = GARDEN.member("Anna");
    GARDEN.book(anna, Stay.in(GARDEN.place("Turm", 2), 3, 1, 1));
    assertThat(GARDEN.sql().one("SELECT count(*) FROM outbox")).isEqualTo("0");
  }

  @Test
  void outlivesAChangeOfTheSecret() {
    ADMIN.put(PATH, withPassword(MailServer.PASSWORD)).expect(200);
    try (GardenServer renewed =
        GARDEN.anotherServer(
            launch ->
                launch.env("BOOKING_SECRET", "another secret, also of 32 characters and more"))) {
      Api admin = renewed.people().administrator().api();
      admin.get(PATH).expect(200);
      admin.put(PATH, withPassword(MailServer.PASSWORD)).expect(200);
      admin.post(PATH + "/test", "{}").expect(202);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "host, ''",
    "host, 'a b'",
    "host, 'a\r\nb'",
    "port, 0",
    "port, 65536",
    "from, nobody",
    "from, 'a@b.example, c@d.example'",
    "from, ''",
    "security, Ssl"
  })
  void namesTheFieldThatIsWrong(String field, String value) {
    Map<String, Object> settings = new TreeMap<>(MAIL.settings());
    settings.put(field, field.equals("port") ? Integer.valueOf(value) : value);
    assertThat(ADMIN.put(PATH, settings).expect(400).errors(field)).isNotEmpty();
    assertThat(ADMIN.get(PATH).body().path("enabled").asBoolean()).isFalse();
  }

  @Test
  void takesAPasswordAsLongAsTheDocumentSays() {
    ADMIN.put(PATH, withPassword("x".repeat(256))).expect(200);
    assertThat(ADMIN.put(PATH, withPassword("x".repeat(257))).expect(400).errors("password"))
        .hasSize(1);
  }

  private static Map<String, Object> withPassword(String password) {
    Map<String, Object> settings = MAIL.settings();
    settings.put("username", MailServer.USER);
    settings.put("password", password);
    return settings;
  }
}
