package family.garden.ops.deploy;

import family.garden.ops.NeedsEngine;
import family.garden.ops.StackCopy;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one copy of the stack to every class that asks for a {@link StackCopy}: started by the
 * first of them, gone when the last test of the run has ended. Each test leaves the colour that it
 * found.
 */
public final class OneBox extends NeedsEngine implements ParameterResolver {
  /** A release that is as good as what runs. */
  static final String GOOD = "8.0.1";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().isAssignableFrom(Box.class);
  }

  @Override
  public Box resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The root's store closes what it holds, after all classes.
    return context
        .getRoot()
        .getStore(Namespace.create(OneBox.class))
        .getOrComputeIfAbsent(Box.class, type -> start(), Box.class);
  }

  private static Box start() {
    try {
      Box box = Box.up("deploy");
      box.releasing().publishToStay(GOOD);
      return box;
    } catch (Exception e) {
      throw new AssertionError("Tried to start a copy of the stack, failed: " + e, e);
    }
  }
}
