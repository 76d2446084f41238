package family.garden.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A box of {@code ./booking box}, with a disk that outlives it, and the computer of its keeper. */
final class BoxInContainer implements Box {
  private static final String PROGRAM = Testbed.file("box/box");

  private final String name;
  private final Path home;

  /**
   * Clears away what an earlier run left.
   *
   * @param home the keeper's folder on their computer
   */
  BoxInContainer(Path home) {
    this("walk", home);
  }

  /**
   * One of several side by side.
   *
   * @param role what tells it from the others: a-z, 0-9 and - only
   */
  BoxInContainer(String role, Path home) {
    this.name = OneStack.NAME + "-" + role;
    this.home = Objects.requireNonNull(home, "the keeper's folder");
    close();
  }

  @Override
  public void writeCard() {
    box("up", "--bare", "--disk", name).expectSuccess();
  }

  /** As {@link #writeCard}, with a card that {@link #keepCard} kept. */
  void writeCard(String card) {
    box("up", "--bare", "--disk", name, "--card", card).expectSuccess();
  }

  /** Keeps a copy of its card, without the images and containers on it. */
  void keepCard(String card) {
    box("keep-card", card).expectSuccess();
  }

  /** Its disk becomes a copy of another box's. It must not have been started with one before. */
  void copyDisk(BoxInContainer from) {
    Testbed.docker(
        "run",
        "--rm",
        "--volume=booking-disk-" + from.name + ":/from:ro",
        "--volume=booking-disk-" + name + ":/to",
        "booking-box",
        "cp",
        "--archive",
        "/from/.",
        "/to");
  }

  /** Its power is cut, and it does not come back. */
  void cutPower() {
    Testbed.docker("kill", "booking-box-" + name);
  }

  @Override
  public void loseCard() {
    box("down").expectSuccess();
  }

  @Override
  public void restart() {
    box("stop").expectSuccess();
    box("start").expectSuccess();
  }

  /** The router gives it another address. */
  void move() {
    box("move").expectSuccess();
  }

  @Override
  public String address() {
    return onTheLaptop("ssh -G booking.local | sed -n 's/^hostname //p'").strip();
  }

  @Override
  public String onTheLaptop(String script) {
    return box("laptop", Keeper.onTheLaptop(home, script).toArray(String[]::new)).expectSuccess();
  }

  @Override
  public String onTheBox(String script, String... answers) {
    return box("ssh", Keeper.onTheBox(script, answers).toArray(String[]::new)).expectSuccess();
  }

  /** It has the processor of this machine. */
  @Override
  public Map<String, String> typedInstead() {
    return Map.of(
        "ctl package arm64",
        "ctl package",
        " --platform linux/arm64",
        "",
        "PREFIX=booking-arm64 ",
        "");
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(5);
  }

  private Testbed.ProcessResult box(String verb, String... more) {
    return Programs.run(List.of(PROGRAM, verb, "--name", name), more);
  }

  @Override
  public void close() {
    box("down", "--disk", name).expectSuccess();
  }
}
