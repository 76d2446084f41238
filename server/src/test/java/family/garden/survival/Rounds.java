package family.garden.survival;

/** How often a test repeats itself: {@code -Dsurvival.rounds=300} for a long night. */
final class Rounds {
  private Rounds() {}

  static int orElse(int usual) {
    return Integer.getInteger("survival.rounds", usual);
  }
}
