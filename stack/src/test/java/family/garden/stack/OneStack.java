package family.garden.stack;

import family.garden.testkit.Lane;
import family.garden.testkit.OnePerLane;

/** Hands the one {@link Stack} of this JVM to every class that asks for it. */
final class OneStack extends OnePerLane<Stack> {
  OneStack() {
    super(Stack.class);
  }

  @Override
  protected Stack start() {
    return Stack.up(Lane.NAME);
  }
}
