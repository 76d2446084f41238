package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
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

/** Each notice says what it is about, once how long it took, and what to do. */
class NoticesTest {
  private static final Duration TOOK = Duration.ofSeconds(78);

  /** A way to end, of something that works like a deploy. */
  record Ending(Operation what, String how, Notification news) {
    @Override
    public String toString() {
      return what + " " + how;
    }
  }

  static Stream<Ending> endings() {
    return Stream.of(Operation.values())
        .flatMap(
            what ->
                Stream.of(
                    new Ending(what, "done", Notices.done(deployed(what))),
                    new Ending(what, "undone", Notices.undone(what, "1.4.0", undone(what), TOOK)),
                    new Ending(what, "stuck", Notices.stuck(what, "1.4.0", stuck(what), TOOK)),
                    new Ending(
                        what,
                        "partly undone",
                        Notices.partlyUndone(what, "1.4.0", stuck(what), TOOK)),
                    new Ending(what, "half", Notices.half(what, "1.4.0", stuck(what), TOOK))));
  }

  private static Deployed deployed(Operation what) {
    Optional<String> from = what == Operation.FIRST ? Optional.empty() : Optional.of("1.3.0");
    return new Deployed(what, from, "1.4.0", Colour.GREEN, true, TOOK);
  }

  private static OpsException undone(Operation what) {
    return OpsException.undone(
        what.verb() + " 1.4.0", "the disk is full", "All of it is undone; 1.3.0 serves as before.");
  }

  private static OpsException stuck(Operation what) {
    return OpsException.needsAPerson(what.verb() + " 1.4.0", "the disk is full", "It stays so.");
  }

  @ParameterizedTest
  @MethodSource("endings")
  void saysWhatHappenedHowLongItTookAndWhatToDo(Ending ending) {
    Notification news = ending.news();
    assertThat(news.good()).isEqualTo(ending.how().equals("done"));
    assertThat(news.took()).isEqualTo(TOOK);
    // The receiver adds how long it took.
    assertThat(news.title() + news.text()).doesNotContain("took", "78");
    assertThat(news.advice()).isNotBlank().endsWith(".");
    assertThat(news.text()).isNotBlank().isNotEqualTo(news.title());
    if (!ending.what().changesRelease()) {
      assertThat(news.title()).doesNotContain("deploy", "1.4.0 serves");
    }
    if (!news.good()) {
      assertThat(news.text()).contains("the disk is full");
    }
  }

  /** The next start of the machine would use the settings that failed. */
  @ParameterizedTest
  @EnumSource
  void saysWhereTheNewSettingsStayThoughAllIsUndone(Operation what) {
    String advice = Notices.undone(what, "1.4.0", undone(what), TOOK).advice();
    if (what == Operation.APPLY || what == Operation.APPLY_PARTS) {
      assertThat(advice).contains("Put the old settings back").doesNotContain("Nothing");
    } else {
      assertThat(advice).startsWith("Nothing at once");
    }
  }

  /** As it stands on the keeper's telephone. */
  @Test
  void namesTheBox(@TempDir Path folder) throws Exception {
    try (Listener phone = new Listener(200)) {
      new Notifications(
              SomeSettings.in(
                  folder,
                  "BOOKING_SECRETS=" + folder,
                  "BOOKING_NOTIFY_NTFY=" + phone.address("/garten")),
              new Progress(System.err, true))
          .tell(Notices.done(deployed(Operation.DEPLOY)));
      Node taken = Json.tree(phone.taken().getFirst().body(), "the notice");
      assertThat(taken.path("title").text()).isEqualTo("booking.family.local: 1.4.0 serves");
      assertThat(taken.path("message").text())
          .isEqualTo(
              """
              1.4.0 was deployed in place of 1.3.0.
              It took 1 min 18 s.
              What to do: Nothing; where it is no good, "sudo bookingctl rollback" is the way back.""");
    }
  }
}
