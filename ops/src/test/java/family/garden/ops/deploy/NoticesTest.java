package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.deploy.DeployListener.Failure;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.notify.Listener;
import family.garden.ops.notify.Notification;
import family.garden.ops.notify.Notifications;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each notification says what happened, how long it took (once) and what to do. */
class NoticesTest {
  private static final Duration TOOK = Duration.ofSeconds(78);

  /** The end of a deploy or of a similar operation. */
  record Ending(Operation operation, String how, Notification notification) {
    @Override
    public String toString() {
      return operation + " " + how;
    }
  }

  static Stream<Ending> endings() {
    return Stream.of(Operation.values())
        .flatMap(
            operation ->
                Stream.concat(
                    Stream.of(new Ending(operation, "done", Notices.of(deployed(operation)))),
                    Stream.of(Failure.values()).map(how -> failed(operation, how))));
  }

  private static Ending failed(Operation operation, Failure how) {
    OpsException why = how == Failure.UNDONE ? undone(operation) : stuck(operation);
    return new Ending(operation, how.name(), Notices.of(how, operation, "1.4.0", why, TOOK));
  }

  private static Deployed deployed(Operation operation) {
    Optional<String> from = operation == Operation.FIRST ? Optional.empty() : Optional.of("1.3.0");
    return new Deployed(operation, from, "1.4.0", Colour.GREEN, true, TOOK);
  }

  private static OpsException undone(Operation operation) {
    return OpsException.undone(
        operation.attempt() + " 1.4.0",
        "the disk is full",
        "All of it is undone; 1.3.0 serves as before.");
  }

  private static OpsException stuck(Operation operation) {
    return OpsException.needsAPerson(
        operation.attempt() + " 1.4.0", "the disk is full", "It stays so.");
  }

  @ParameterizedTest
  @MethodSource("endings")
  void saysWhatHappenedHowLongItTookAndWhatToDo(Ending ending) {
    Notification notification = ending.notification();
    assertThat(notification.good()).isEqualTo(ending.how().equals("done"));
    assertThat(notification.took()).isEqualTo(TOOK);
    // The channel adds how long it took.
    assertThat(notification.title() + notification.text()).doesNotContain("took", "78");
    assertThat(notification.advice()).isNotBlank().endsWith(".");
    assertThat(notification.text()).isNotBlank().isNotEqualTo(notification.title());
    if (!ending.operation().changesRelease()) {
      assertThat(notification.title()).doesNotContain("deploy", "1.4.0 serves");
    }
    if (!notification.good()) {
      assertThat(notification.text()).contains("the disk is full");
    }
  }

  /** The next boot would use the settings that failed. */
  @ParameterizedTest
  @EnumSource
  void saysWhereTheNewSettingsStayThoughAllIsUndone(Operation operation) {
    String advice =
        Notices.of(Failure.UNDONE, operation, "1.4.0", undone(operation), TOOK).advice();
    if (operation == Operation.APPLY || operation == Operation.APPLY_SERVICES) {
      assertThat(advice).contains("Put the old settings back").doesNotContain("Nothing");
    } else {
      assertThat(advice).startsWith("Nothing at once");
    }
  }

  /** As the keeper's phone shows it. */
  @Test
  void namesTheBox(@TempDir Path folder) throws Exception {
    try (Listener phone = new Listener(200)) {
      new Notifications(
              SomeSettings.in(
                  folder,
                  "BOOKING_SECRETS=" + folder,
                  "BOOKING_NOTIFY_NTFY=" + phone.address("/garten")),
              new Progress(System.err, true))
          .publish(Notices.of(deployed(Operation.DEPLOY)));
      Node received = Json.tree(phone.received().getFirst().body(), "the notice");
      assertThat(received.path("title").text()).isEqualTo("booking.family.local: 1.4.0 serves");
      assertThat(received.path("message").text())
          .isEqualTo(
              """
              1.4.0 was deployed in place of 1.3.0.
              It took 1 min 18 s.
              What to do: Nothing; where it is no good, "sudo bookingctl rollback" is the way back.\
              """);
    }
  }
}
