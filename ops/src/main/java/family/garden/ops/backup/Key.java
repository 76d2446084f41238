package family.garden.ops.backup;

import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one key that encrypts backups, opens them, and seals what is said of them. */
final class Key {
  private static final String BEGINS = "AGE-SECRET-KEY-";
  private static final String COPY =
      "Without it no backup can ever be opened: keep a copy of it away from this machine.";

  private final Path file;
  private final String secret;

  private Key(Path file, String secret) {
    this.file = file;
    this.secret = secret;
  }

  static Key load(Path file) throws OpsException {
    String secret;
    try (Stream<String> lines = Files.lines(file)) {
      secret = lines.filter(line -> line.startsWith(BEGINS)).findFirst().orElse("").strip();
    } catch (IOException | UncheckedIOException e) {
      throw unusable(file, "it is missing or cannot be read (" + e.getMessage() + ")");
    }
    if (secret.isEmpty()) {
      throw unusable(file, "no line of it begins with " + BEGINS);
    }
    return new Key(file, secret);
  }

  private static OpsException unusable(Path file, String because) {
    return OpsException.refused(
        "read the key of the backups in " + file,
        because,
        "Put back your copy of it; without it nothing can be restored.");
  }

  /** Whether a file is there and has a key in it. */
  static boolean isIn(Path file) throws OpsException {
    return Durable.read(file)
        .filter(text -> text.lines().anyMatch(line -> line.startsWith(BEGINS)))
        .isPresent();
  }

  /** The key, made where there is none and nothing was ever encrypted. */
  static Key loadOrMake(Path file, boolean isFirst, Progress progress) throws OpsException {
    if (Files.exists(file) || !isFirst) {
      return load(file);
    }
    progress.touches();
    Path aside = file.resolveSibling(".backup-key.new");
    Folders.delete(aside);
    Processes.run(Command.of("age-keygen", "--output", aside.toString()), Duration.ofSeconds(10))
        .expectSuccess("make a key for the backups", "Install Debian's package age.");
    Private.move(aside, file);
    progress.warn("Made the key of the backups, " + file + ". " + COPY);
    return load(file);
  }

  Path file() {
    return file;
  }

  Command encrypt() {
    return Command.of("age", "--encrypt", "--identity", file.toString());
  }

  Command decrypt() {
    return Command.of("age", "--decrypt", "--identity", file.toString());
  }

  /** The HMAC of a text, which only a holder of the key can compute. */
  String seal(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256: " + e.getMessage(), e);
    }
  }
}
