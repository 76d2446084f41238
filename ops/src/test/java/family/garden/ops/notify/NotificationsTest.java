package family.garden.ops.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import family.garden.ops.Ports;
import family.garden.ops.SomeSettings;
import family.garden.ops.json.Json;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real channels, some of which fail. */
class NotificationsTest {
  private static final Notification BAD =
      new Notification(
          "1.4.0 was rolled back",
          false,
          "Für 3 von 40 Anfragen <500>.",
          Duration.ofSeconds(95),
          "See \"bookingctl releases\".");
  private static final Duration PATIENT = Duration.ofSeconds(9);

  @TempDir private Path folder;
  private final ByteArrayOutputStream warnings = new ByteArrayOutputStream();

  @Test
  void tellsAWebhookAsSlackUnderstandsIt() throws Exception {
    try (Listener listener = new Listener(200)) {
      secret("notify-webhook", listener.address("/services/T0/secret") + "\n");
      notifications("", PATIENT).publish(BAD);
      Listener.Received received = listener.received().getFirst();
      assertThat(received.path()).isEqualTo("/services/T0/secret");
      assertThat(Json.tree(received.body(), "it").path("text").text())
          .isEqualTo(
              """
              :warning: *booking.family.local: 1.4.0 was rolled back*
              Für 3 von 40 Anfragen &lt;500&gt;.
              It took 1 min 35 s.
              What to do: See "bookingctl releases".""");
      assertThat(warned()).isEmpty();
    }
  }

  @Test
  void tellsATopicOfNtfyWithItsToken() throws Exception {
    try (Listener listener = new Listener(200)) {
      secret("notify-ntfy-token", "tk_geheim\n");
      notifications("BOOKING_NOTIFY_NTFY=" + listener.address("/garten"), PATIENT).publish(BAD);
      Listener.Received received = listener.received().getFirst();
      assertThat(received.path()).isEqualTo("/");
      assertThat(received.authorization()).isEqualTo("Bearer tk_geheim");
      var document = Json.tree(received.body(), "it");
      assertThat(document.path("topic").text()).isEqualTo("garten");
      assertThat(document.path("title").text())
          .isEqualTo("booking.family.local: 1.4.0 was rolled back");
      assertThat(document.path("priority").number()).isEqualTo(5);
      assertThat(document.path("tags").at(0).text()).isEqualTo("warning");
      assertThat(document.path("message").text()).startsWith("Für 3 von 40");
    }
  }

  @Test
  void sendsALetterThroughAMailServerThatWantsALogIn() throws Exception {
    GreenMail post = new GreenMail(new ServerSetup(Ports.free(), "localhost", "smtp"));
    post.setUser("box@garden.example", "box", "pigeons");
    post.start();
    try {
      secret("notify-mail-password", "pigeons\n");
      notifications(mail(post.getSmtp().getPort()) + "\nBOOKING_NOTIFY_MAIL_USER=box", PATIENT)
          .publish(BAD);
      assertThat(warned()).isEmpty();
      MimeMessage letter = post.getReceivedMessages()[0];
      assertThat(letter.getSubject())
          .isEqualTo("Booking: booking.family.local: 1.4.0 was rolled back");
      assertThat(letter.getContent().toString()).contains("Für 3 von 40 Anfragen <500>.");
      assertThat(letter.getAllRecipients()[0]).hasToString("keeper@garden.example");
    } finally {
      post.stop();
    }
  }

  @Test
  void warnsOfEachThatFailsAndTellsTheOthers() throws Exception {
    try (Listener broken = new Listener(500);
        Listener listener = new Listener(200)) {
      secret("notify-webhook", broken.address("/services/T0/secret"));
      notifications(
              "BOOKING_NOTIFY_NTFY=%s\n%s"
                  .formatted(listener.address("/garten"), mail(Ports.free())),
              PATIENT)
          .publish(BAD);
      assertThat(listener.received()).hasSize(1);
      assertThat(warned())
          .contains("warning: no notification was sent by webhook: 127.0.0.1 answered 500")
          .contains("warning: no notification was sent by mail: localhost did not take it")
          .doesNotContain("ntfy:")
          .doesNotContain("secret/");
      assertThat(warned()).doesNotContain("services/T0");
    }
  }

  @Test
  void doesNotWaitForThoseWhoHang() throws Exception {
    try (Listener hanging = new Listener(Listener.HANGS);
        Listener listener = new Listener(200);
        ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      secret("notify-webhook", hanging.address("/x"));
      Duration soon = Duration.ofSeconds(2);
      Notifications notifications =
          notifications(
              "BOOKING_NOTIFY_NTFY=%s\n%s"
                  .formatted(listener.address("/garten"), mail(silent.getLocalPort())),
              soon);
      long begun = System.nanoTime();
      notifications.publish(BAD);
      // Each channel has a time limit of nine seconds; a minute is more than this machine is ever
      // late.
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
      assertThat(listener.received()).hasSize(1);
      assertThat(warned()).contains("sent by webhook: ").contains("sent by mail: ");
    }
  }

  @Test
  void saysThatNoWayIsSet() throws Exception {
    Notifications none = notifications("", PATIENT);
    none.publish(BAD);
    assertThat(warned()).isEmpty();
    assertThatThrownBy(none::test)
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("no notification channel is configured");
  }

  @Test
  void endsNotWellWhereTheTestDoesNotArrive() throws Exception {
    try (Listener broken = new Listener(403)) {
      secret("notify-webhook", broken.address("/x"));
      Deliveries deliveries = notifications("", PATIENT).test();
      assertThat(deliveries.exitCode()).isEqualTo(ExitCode.NOT_WELL);
      assertThat(deliveries.lines()).containsExactly("webhook: failed, 127.0.0.1 answered 403");
    }
  }

  @Test
  void doesNotRepeatASecretThatIsNoAddress() throws Exception {
    secret("notify-webhook", "hunter2");
    assertThat(notifications("", PATIENT).test().lines().getFirst())
        .contains("holds no address")
        .doesNotContain("hunter2");
  }

  @Test
  void namesAllThatIsWrongInTheSettings() {
    assertThatThrownBy(
            () ->
                notifications(
                    "BOOKING_NOTIFY_NTFY=garten\nBOOKING_NOTIFY_MAIL_TO=keeper@garden.example\n"
                        + "BOOKING_NOTIFY_MAIL_SECURITY=ssl",
                    PATIENT))
        .hasMessageContaining("BOOKING_NOTIFY_NTFY: expected a topic's address")
        .hasMessageContaining("BOOKING_NOTIFY_MAIL_HOST: expected the name of a mail server")
        .hasMessageContaining("BOOKING_NOTIFY_MAIL_SECURITY: expected tls, starttls or none");
  }

  private Notifications notifications(String settings, Duration limit) throws Exception {
    Progress progress = new Progress(new PrintStream(warnings, true, StandardCharsets.UTF_8), true);
    return new Notifications(
        SomeSettings.in(folder, "BOOKING_SECRETS=" + folder, settings), progress, limit);
  }

  private static String mail(int port) {
    return """
        BOOKING_NOTIFY_MAIL_TO=keeper@garden.example
        BOOKING_NOTIFY_MAIL_HOST=localhost
        BOOKING_NOTIFY_MAIL_PORT=%d
        BOOKING_NOTIFY_MAIL_SECURITY=none"""
        .formatted(port);
  }

  private void secret(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String warned() {
    return warnings.toString(StandardCharsets.UTF_8);
  }
}
