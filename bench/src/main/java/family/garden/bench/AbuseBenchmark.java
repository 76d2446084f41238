package family.garden.bench;

import family.garden.bench.abuse.Attackers;
import family.garden.bench.abuse.Member;
import family.garden.bench.abuse.Target;
import family.garden.bench.abuse.Visit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures a member's requests alone and during attacks, in turn, three to twelve times, so that
 * other work of the machine slows both down. Prints both, with the memory and the number of metric
 * series over time.
 */
final class AbuseBenchmark {
  static final int MOST_SERIES = 400;

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final int LONGEST = 24 * 60;
  private static final int FEWEST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 12;

  private final Path home;
  private final Duration time;
  private final boolean stack;
  private final Figures figures;

  /**
   * @param time of the attack; the member is alone for a further quarter of it
   * @param stack whether to attack the whole stack through nginx, not the server alone
   */
  AbuseBenchmark(Path home, Duration time, boolean stack) {
    this.home = home;
    this.time = time;
    this.stack = stack;
    this.figures = new Figures("./booking bench abuse" + (stack ? " --stack" : ""));
  }

  /**
   * Reads the options of the command line.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  static AbuseBenchmark of(Path home, List<String> arguments) {
    List<String> remaining = new ArrayList<>(arguments);
    boolean stack = remaining.remove("--stack");
    int minutes = 60;
    int at = remaining.indexOf("--minutes");
    if (at >= 0 && at + 1 < remaining.size() && remaining.get(at + 1).matches("[0-9]{1,4}")) {
      minutes = Integer.parseInt(remaining.get(at + 1));
      remaining.subList(at, at + 2).clear();
    }
    if (!remaining.isEmpty() || minutes < 1 || minutes > LONGEST) {
      throw new IllegalArgumentException(
          "Usage: ./booking bench abuse [--minutes 60] [--stack], 1 to %d minutes"
              .formatted(LONGEST));
    }
    return new AbuseBenchmark(home, Duration.ofMinutes(minutes), stack);
  }

  /** How it ended. */
  record Outcome(Visit alone, Visit attacked, int series) {}

  /** Does all of it, and writes the figures where {@code docs/figures.md} has a place for them. */
  void runAndWrite() {
    run();
    Path file = home.resolve("docs/figures.md");
    if (figures.hasPlaceIn(file)) {
      figures.writeTo(file);
    }
  }

  /**
   * Runs the whole benchmark.
   *
   * @throws Failure if the server did not survive, or keeps too many series
   */
  Outcome run() {
    figures.line(Figures.machine() + ".");
    figures.line("");
    figures.line("| What | Figure | Aim |");
    figures.line("|---|---|---|");
    try (Attacked attacked = stack ? new AttackedStack() : new AttackedServer(home)) {
      Outcome outcome = attack(attacked);
      if (outcome.series() > MOST_SERIES) {
        throw new Failure(
            "The server keeps %d series; %d are allowed.".formatted(outcome.series(), MOST_SERIES));
      }
      return outcome;
    }
  }

  private Outcome attack(Attacked attacked) {
    Target target = attacked.target();
    Member member = new Member(target, attacked.token());
    member.use(WARM_UP, new Visit());
    Visit alone = new Visit();
    Visit beside = new Visit();
    List<String> samples = new ArrayList<>();
    long rounds = Math.clamp(time.toMinutes(), FEWEST_ROUNDS, MOST_ROUNDS);
    Duration round = time.dividedBy(rounds);
    try (Attackers attackers = new Attackers(target)) {
      for (int i = 0; i < rounds; i++) {
        member.use(round.dividedBy(4), alone);
        attackers.begin();
        member.use(round, beside);
        samples.add(attacked.memory());
        attackers.rest();
      }
      figures.row("Attacks in %d minutes".formatted(time.toMinutes()), attackers.describe(), "");
    }
    figures.row("A member alone", alone.inWords(), "");
    figures.row("The same member beside them", beside.inWords(), "p99 ≤ 2 × of that alone");
    figures.row(
        "p99 compared", String.format(Locale.ROOT, "× %.2f", beside.p99() / alone.p99()), "≤ 2");
    figures.row("Memory at the end of each round", String.join(", ", samples), "steady");
    int series = attacked.series();
    figures.row("Series at the end", Integer.toString(series), "≤ " + MOST_SERIES);
    figures.row("Lines in the log", Long.toString(attacked.logLines()), "");
    figures.row("Ended for want of memory", Long.toString(attacked.ends()), "0");
    if (attacked.ends() > 0) {
      throw new Failure("The server did not survive; its log says why.");
    }
    return new Outcome(alone, beside, series);
  }
}
