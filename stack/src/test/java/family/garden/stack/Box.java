package family.garden.stack;

import java.time.Duration;
import java.util.Map;

/** A box with a disk that outlives its card, and the computer of its keeper. */
interface Box extends AutoCloseable {
  /** Starts it with a new card; nothing is on it that is Booking's. */
  void writeCard();

  /** The card is lost; the disk is not. */
  void loseCard();

  /** Restarts the machine in order. */
  void restart();

  /** Where it is now. */
  String address();

  /** What a script prints that the keeper runs in the folder of the sources. */
  String onTheLaptop(String script);

  /**
   * What a script prints that the keeper types on the box as root.
   *
   * @param answers what the keeper types where a program asks, each {@code NAME=value}
   */
  String onTheBox(String script, String... answers);

  /** What must be typed in place of words of the runbook, because this box is not a Pi. */
  Map<String, String> typedInstead();

  /** How long its timers may take to do what is due. */
  Duration patience();

  @Override
  void close();
}
