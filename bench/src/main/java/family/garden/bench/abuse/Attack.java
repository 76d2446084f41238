package family.garden.bench.abuse;

import java.io.IOException;
import java.util.Random;

/** Something that strangers do, one step at a time. */
sealed interface Attack permits Attack.Call, UnfinishedRequests {
  /** What it is called in the figures. */
  String name();

  /**
   * Does it once.
   *
   * @throws IOException if the server hung up or did not answer, which it may do to an attacker
   */
  void step(Target target, Random random) throws IOException;

  /** Ends what it has begun. */
  default void stop() {}

  /** A single exchange. */
  record Call(String name, Move move) implements Attack {
    interface Move {
      void make(Target target, Random random) throws IOException;
    }

    @Override
    public void step(Target target, Random random) throws IOException {
      move.make(target, random);
    }
  }
}
