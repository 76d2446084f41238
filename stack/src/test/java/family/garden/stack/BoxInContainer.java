package family.garden.stack;

import family.garden.testkit.Lane;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A box of {@code ./booking box}, with a disk that outlives it, and the computer of its keeper. */
final class BoxInContainer implements AutoCloseable {
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
    this.name = Lane.NAME + "-" + role;
    this.home = Objects.requireNonNull(home, "the keeper's folder");
    close();
  }

  /** Starts one that has just booted a new card; nothing is on it that is Booking's. */
  void writeCard() {
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

  /** The card is lost; the disk is not. */
  void loseCard() {
    box("down").expectSuccess();
  }

  /** The router gives it another address. */
  void move() {
    box("move").expectSuccess();
  }

  /** Where it is now. */
  String address() {
    return onTheLaptop("ssh -G booking.local | sed -n 's/^hostname //p'").strip();
  }

  /** What a script prints that the keeper runs in the folder of the sources. */
  String onTheLaptop(String script) {
    return box(
            "laptop",
            "env",
            "--chdir=" + Testbed.file(".."),
            "XDG_CACHE_HOME=" + cache(),
            // What builds have fetched stays the machine's; only "~" is the keeper's.
            "MAVEN_USER_HOME=" + System.getProperty("user.home") + "/.m2",
            "HOME=" + home,
            "bash",
            "-euo",
            "pipefail",
            "-c",
            script)
        .expectSuccess()
        .output();
  }

  /**
   * What a script prints that the keeper types on the box as root.
   *
   * @param answers what the keeper types where a program asks, each {@code NAME=value}
   */
  String onTheBox(String script, String... answers) {
    List<String> words = new ArrayList<>(List.of("ssh", "sudo", "env"));
    for (String answer : answers) {
      words.add(quoted(answer));
    }
    words.addAll(List.of("bash", "-euo", "pipefail", "-c", quoted(script)));
    return box(words.toArray(String[]::new)).expectSuccess().output();
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String cache() {
    return System.getenv()
        .getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
  }

  private ProcessResult box(String verb, String... more) {
    return Programs.run(List.of(PROGRAM, verb, "--name", name), more);
  }

  private ProcessResult box(String[] words) {
    List<String> more = List.of(words).subList(1, words.length);
    return box(words[0], more.toArray(String[]::new));
  }

  @Override
  public void close() {
    box("down", "--disk", name).expectSuccess();
  }
}
