package family.garden.ops.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.SomeSettings;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keeper's channels as Alertmanager gets them; MonitoringIT has Alertmanager read them. */
class AlertmanagerConfigTest {
  @TempDir private Path folder;

  @Test
  void hasNoChannelWhereNoneIsConfigured() throws Exception {
    Node keeper = keeper("");
    assertThat(keeper.path("name").text()).isEqualTo("keeper");
    assertThat(keeper.names()).containsExactly("name");
  }

  @Test
  void hasNtfyWithItsTokenAndTemplates() throws Exception {
    Files.writeString(folder.resolve("notify-ntfy-token"), "tk_geheim\n");
    Node webhook =
        keeper("BOOKING_NOTIFY_NTFY=https://ntfy.sh/our-garden").path("webhook_configs").at(0);
    assertThat(webhook.path("url").text())
        .startsWith("https://ntfy.sh/our-garden?template=yes&title=booking.family.local%3A%20")
        .contains("&message=%7B%7Brange%20.alerts%7D%7D");
    assertThat(webhook.path("http_config", "authorization", "credentials").text())
        .isEqualTo("tk_geheim");
  }

  @Test
  void hasTheWebhookOfSlack() throws Exception {
    Files.writeString(folder.resolve("notify-webhook"), "https://hooks.example/services/T0/x\n");
    assertThat(keeper("").path("slack_configs").at(0).path("api_url").text())
        .isEqualTo("https://hooks.example/services/T0/x");
  }

  @Test
  void hasTheMailServerWithItsLogIn() throws Exception {
    Files.writeString(folder.resolve("notify-mail-password"), "pigeons\n");
    Node mail =
        keeper(
                "BOOKING_NOTIFY_MAIL_TO=keeper@garden.example",
                "BOOKING_NOTIFY_MAIL_HOST=mail.garden.example",
                "BOOKING_NOTIFY_MAIL_SECURITY=starttls",
                "BOOKING_NOTIFY_MAIL_USER=box")
            .path("email_configs")
            .at(0);
    assertThat(mail.path("smarthost").text()).isEqualTo("mail.garden.example:587");
    assertThat(mail.path("require_tls").isTrue()).isTrue();
    assertThat(mail.path("auth_password").text()).isEqualTo("pigeons");
  }

  @Test
  void refusesAMailServerThatAlertmanagerCannotUse() {
    assertThatThrownBy(
            () ->
                keeper(
                    "BOOKING_NOTIFY_MAIL_TO=keeper@garden.example",
                    "BOOKING_NOTIFY_MAIL_HOST=mail.garden.example",
                    "BOOKING_NOTIFY_MAIL_PORT=2465"))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("port 465 only");
  }

  /** The file is compared with what would be written, by another process. */
  @Test
  void writesItsKeysInOneOrder() throws Exception {
    Files.writeString(folder.resolve("notify-ntfy-token"), "tk_geheim\n");
    String config =
        AlertmanagerConfig.of(
            SomeSettings.in(
                folder,
                "BOOKING_NOTIFY_NTFY=https://ntfy.sh/our-garden",
                "BOOKING_SECRETS=" + folder));
    List<String> keys =
        Pattern.compile("\"(receiver|matchers|source_matchers|target_matchers|type|credentials)\"")
            .matcher(config)
            .results()
            .map(key -> key.group(1))
            .toList();
    assertThat(keys)
        .containsExactly(
            "receiver",
            "receiver",
            "matchers",
            "source_matchers",
            "target_matchers",
            "source_matchers",
            "target_matchers",
            "source_matchers",
            "target_matchers",
            "type",
            "credentials");
  }

  private Node keeper(String... settings) throws IOException, OpsException {
    String[] all = Arrays.copyOf(settings, settings.length + 1);
    all[settings.length] = "BOOKING_SECRETS=" + folder;
    String config = AlertmanagerConfig.of(SomeSettings.in(folder, all));
    return Json.tree(config, "the configuration").path("receivers").at(0);
  }
}
