package family.garden.bench.abuse;

import java.io.IOException;
import java.util.Random;

/** An attack, made step by step. */
sealed interface Attack permits Attack.Call, UnfinishedRequests {
  /** Its name in the figures. */
  String name();

  /**
   * Makes one step.
   *
   * @throws IOException if the server hung up or did not answer, which it may do to an attacker
   */
  void step(Target target, Random random) throws IOException;

  /** Closes what it has opened. */
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
