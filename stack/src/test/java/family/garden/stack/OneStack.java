package family.garden.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one copy of the stack to every class that asks for a {@link Stack}: started by the
 * first of them, gone when the last test of the run has ended.
 */
final class OneStack extends NeedsEngine implements ParameterResolver {
  /** What the copy is called; another name keeps two runs on one engine apart. */
  static final String NAME = System.getProperty("booking.stack", "it");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The root's store closes what it holds, after all classes.
    return context
        .getRoot()
        .getStore(Namespace.create(OneStack.class))
        .getOrComputeIfAbsent(Stack.class, type -> Stack.up(NAME), Stack.class);
  }
}
