package family.garden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings of the mail server, and the test mail. */
class MailScreenIT {
  private static final String PASSWORD_LABEL = "Passwort (falls nötig)";

  @AutoClose private static final Garden GARDEN = WebGarden.open();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);

  private static Visitor gerda(Device device) {
    return Visitor.of(GARDEN, device, GARDEN.administrator()).goTo("/admin/mail");
  }

  private static void forgetSettings() {
    GARDEN.sql().run("DELETE FROM email_settings");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void isSetUpAndTried(Device device) {
    forgetSettings();
    String to = device.name().toLowerCase(Locale.ROOT) + "@garden.example";
    try (Visitor visitor = gerda(device)) {
      assertThat(visitor.text("Speichere zuerst die Einstellungen.")).isVisible();
      visitor.field("Server").fill("localhost");
      visitor.field("Port").fill(String.valueOf(MAIL.settings().get("port")));
      visitor.field("Verschlüsselung").selectOption("None");
      visitor.field("Benutzername (falls nötig)").fill(MailServer.USER);
      visitor.field(PASSWORD_LABEL).fill(MailServer.PASSWORD);
      visitor.field("Absender").fill(MailServer.SENDER);
      visitor.button("Speichern").click();
      assertThat(visitor.text("✓ Gespeichert.")).isVisible();
      assertThat(visitor.field(PASSWORD_LABEL)).hasValue("");

      assertThat(visitor.field("Testmail an")).hasValue(GARDEN.administrator().email());
      visitor.field("Testmail an").fill(to);
      visitor.button("Testmail schicken").click();
      assertThat(visitor.text("Der Server hat die Testmail an " + to + " angenommen.")).isVisible();
    }
    assertThat(MAIL.awaitLetter(to, "Testmail aus dem Garten").from()).contains(MailServer.SENDER);
  }

  @Test
  void neverShowsThePassword() {
    GARDEN.administrator().api().put("/api/admin/email-settings", withPassword()).expect(200);
    List<Response> answers = new ArrayList<>();
    try (Visitor visitor = Visitor.of(GARDEN, Device.DESK, GARDEN.administrator())) {
      visitor.page().onResponse(answers::add);
      visitor.goTo("/admin/mail");
      assertThat(visitor.field(PASSWORD_LABEL)).hasValue("");
      assertThat(visitor.field(PASSWORD_LABEL)).hasAttribute("placeholder", "gespeichert");
      visitor.field("Absender").fill("neu@garden.example");
      visitor.button("Speichern").click();
      assertThat(visitor.text("✓ Gespeichert.")).isVisible();
      visitor.button("Testmail schicken").click();
      assertThat(visitor.text("Der Server hat die Testmail an")).isVisible();
      assertThat(visitor.page().content()).doesNotContain(MailServer.PASSWORD);
      assertThat(answers)
          .filteredOn(answer -> answer.url().endsWith("/api/admin/email-settings"))
          .extracting(Response::text)
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(text -> assertThat(text).contains("hasPassword"))
          .noneMatch(text -> text.contains(MailServer.PASSWORD));
    }
  }

  @Test
  void asksForThePasswordAgainBeforeItGoesToAnotherServer() {
    GARDEN.administrator().api().put("/api/admin/email-settings", withPassword()).expect(200);
    try (Visitor visitor = gerda(Device.DESK)) {
      assertThat(visitor.field(PASSWORD_LABEL)).hasAttribute("placeholder", "gespeichert");
      visitor.field("Server").fill("mail.elsewhere.example");
      assertThat(visitor.text("Gib es noch einmal ein")).isVisible();
      assertThat(visitor.field(PASSWORD_LABEL)).hasAttribute("required", "");
      visitor.button("Speichern").click();
      visitor.field(PASSWORD_LABEL).fill("for the other");
      visitor.button("Speichern").click();
      assertThat(visitor.text("✓ Gespeichert.")).isVisible();
    }
    assertThat(GARDEN.sql().one("SELECT host FROM email_settings"))
        .isEqualTo("mail.elsewhere.example");
  }

  private static Map<String, Object> withPassword() {
    Map<String, Object> settings = MAIL.settings();
    settings.put("username", MailServer.USER);
    settings.put("password", MailServer.PASSWORD);
    return settings;
  }

  @Test
  void saysWhenTheMailServerDoesNotAnswer() {
    GARDEN.administrator().api().put("/api/admin/email-settings", MAIL.settings()).expect(200);
    MAIL.shut();
    try (Visitor visitor = gerda(Device.PHONE)) {
      visitor.button("Testmail schicken").click();
      assertThat(visitor.alert().first())
          .hasText(
              Pattern.compile("^Der Mailserver localhost hat die Testmail nicht angenommen: "));
    } finally {
      MAIL.open();
    }
  }
}
