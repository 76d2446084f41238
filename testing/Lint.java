import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Checks what no compiler reads: workflows, shell scripts and Dockerfiles; {@code ./booking lint}
 * runs it. Its programs come from Python's package index in the versions and with the checksums of
 * {@code lint-programs.txt}, and actionlint from Go's module proxy. Exit code 1 says that something
 * was found, 69 that a check could not run; {@code --programs} only prints the folder of the
 * programs.
 */
final class Lint {
  private static final String ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";
  private static final Pattern SHELL = Pattern.compile("#!.*\\b(sh|bash)\\b.*");
  private static final Predicate<String> DOCKERFILE =
      Pattern.compile("(.*/)?Dockerfile").asMatchPredicate();

  private final Path folder;
  private final Path programs;
  private final List<String> missing = new ArrayList<>();
  private boolean found;

  private Lint(Path folder, Path programs) {
    this.folder = folder;
    this.programs = programs;
  }

  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 2) {
      System.err.println("Usage: Lint HOME --programs | FOLDER");
      System.exit(64);
    }
    try {
      System.exit(run(Path.of(arguments[0]).toAbsolutePath(), arguments[1]));
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(69);
    }
  }

  private static int run(Path home, String folder) throws IOException, InterruptedException {
    Path programs = programs(home.resolve("testing/lint-programs.txt"));
    if (folder.equals("--programs")) {
      System.out.println(programs);
      return 0;
    }
    Lint lint = new Lint(Path.of(folder).toAbsolutePath().normalize(), programs);
    lint.checkAll();
    lint.missing.forEach(System.err::println);
    if (lint.found) {
      return 1;
    }
    return lint.missing.isEmpty() ? 0 : 69;
  }

  private void checkAll() throws IOException, InterruptedException {
    List<String> workflows = files(name -> name.matches("\\.github/workflows/[^/]+\\.ya?ml"));
    check("actionlint", workflows, "-no-color");
    check("zizmor", workflows, "--offline", "--no-progress", "--quiet", "--color=never");
    check("check-jsonschema", workflows, "--builtin-schema", "vendor.github-workflows");
    check(
        "check-jsonschema",
        files(".github/dependabot.yml"::equals),
        "--builtin-schema",
        "vendor.dependabot");
    check("shellcheck", files(this::isShell), "--external-sources");
    check("hadolint", files(DOCKERFILE), "--no-color");
  }

  /** The files that Git knows or would add. */
  private List<String> files(Predicate<String> selected) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> names = git.inputReader(StandardCharsets.UTF_8).readAllLines();
    if (git.waitFor() != 0) {
      throw new IOException("Tried to list the files of " + folder + ", but git failed; see above.");
    }
    return names.stream()
        .filter(name -> Files.isRegularFile(folder.resolve(name)))
        .filter(selected)
        .toList();
  }

  private boolean isShell(String name) {
    try (var in = Files.newInputStream(folder.resolve(name))) {
      String start = new String(in.readNBytes(80), StandardCharsets.ISO_8859_1);
      return SHELL.matcher(start.lines().findFirst().orElse("")).matches()
          || start.startsWith("# shellcheck shell=");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(String program, List<String> names, String... options)
      throws IOException, InterruptedException {
    Path executable = programs.resolve(program);
    if (names.isEmpty()) {
      return;
    }
    if (!Files.isExecutable(executable)) {
      missing.add(
          "Not checked by %s: it is not here. Install Go 1.25 or newer and try again."
              .formatted(program));
      return;
    }
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(Arrays.asList(options));
    command.addAll(names);
    // actionlint looks for shellcheck on the PATH, and is silent where there is none.
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
    Process process = builder.redirectErrorStream(true).start();
    String findings = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean clean = process.waitFor() == 0;
    if (!clean) {
      System.out.print(findings);
    }
    System.out.printf(
        "%-18s %3d files   %s%n", program, names.size(), clean ? "nothing found" : "see above");
    found |= !clean;
  }

  /** Installs the programs if they are not in the cache yet; their versions name the folder. */
  private static Path programs(Path locked) throws IOException, InterruptedException {
    Path cache =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cache"))
            .resolve("booking");
    Path home = cache.resolve("lint-" + digest(Files.readString(locked) + ACTIONLINT));
    Path bin = home.resolve("bin");
    Path complete = home.resolve("complete");
    if (Files.exists(complete)) {
      return bin;
    }
    System.err.println("Installing the programs that check workflows, scripts and Dockerfiles …");
    Files.createDirectories(cache);
    require(
        run(List.of("python3", "-m", "venv", "--clear", home.toString()), cache, Map.of()),
        "Tried to make a Python environment, but that failed; see above.",
        "On Debian, install it: sudo apt install python3-venv");
    require(
        run(
            List.of(
                bin.resolve("pip").toString(), "install", "--quiet", "--require-hashes",
                "--only-binary", ":all:", "--requirement", locked.toString()),
            cache,
            Map.of()),
        "Tried to install the programs of " + locked + ", but that failed; see above.",
        "Check the connection to Python's package index and try again.");
    if (installedActionlint(cache, bin)) {
      Files.createFile(complete);
    }
    return bin;
  }

  private static boolean installedActionlint(Path cache, Path bin) throws InterruptedException {
    try {
      return run(List.of("go", "install", ACTIONLINT), cache, Map.of("GOBIN", bin.toString())) == 0;
    } catch (IOException noGo) {
      return false;
    }
  }

  private static void require(int code, String failure, String advice) throws IOException {
    if (code != 0) {
      throw new IOException(failure + " " + advice);
    }
  }

  private static int run(List<String> command, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }

  private static String digest(String text) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
