package family.garden.ops.process;

import java.util.Map;
import java.util.Set;

/** The environment of a program. */
final class Environment {
  /**
   * Variables that say where programs, the user's folder and the container engine are, and which
   * language programs use. Compose prefers a shell variable to a settings file, so it gets no other
   * variable.
   */
  private static final Set<String> KEPT =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LC_ALL",
          "TERM",
          "TMPDIR",
          "XDG_CONFIG_HOME",
          "XDG_RUNTIME_DIR",
          "SSH_AUTH_SOCK",
          "DOCKER_HOST",
          "DOCKER_CONFIG",
          "DOCKER_CONTEXT",
          "DOCKER_CERT_PATH",
          "DOCKER_TLS_VERIFY",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "http_proxy",
          "https_proxy",
          "no_proxy");

  private Environment() {}

  /** Sets the variables of a program that is about to start. */
  static void prepare(ProcessBuilder builder, Command command) {
    Map<String, String> variables = builder.environment();
    if (command.clean()) {
      variables.keySet().retainAll(KEPT);
    }
    variables.putAll(command.environment());
  }
}
