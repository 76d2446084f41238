package family.garden.stack;

import java.util.concurrent.atomic.AtomicInteger;

/** Switches between the colours, and knows which colour may answer a request. */
final class Switches {
  private final LiveColour live;

  /** Odd during a switch; each switch adds two. */
  private final AtomicInteger steps = new AtomicInteger();

  /** Begins with blue. */
  Switches(LiveColour live) {
    this.live = live;
    live.set(Colour.BLUE);
  }

  void next() {
    Colour next = colour(steps.incrementAndGet()).other();
    live.set(next);
    steps.incrementAndGet();
  }

  private static Colour colour(int step) {
    return step / 2 % 2 == 0 ? Colour.BLUE : Colour.GREEN;
  }

  int moment() {
    return steps.get();
  }

  /** Whether this colour may answer a request that began at this moment and has just ended. */
  boolean allow(Colour answered, int began) {
    boolean meanwhile = began % 2 == 1 || steps.get() != began;
    return meanwhile || answered == colour(began);
  }
}
