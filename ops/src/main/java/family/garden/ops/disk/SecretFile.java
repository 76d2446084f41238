package family.garden.ops.disk;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The file of a secret, and the file of the secret before it for as long as it may be needed again.
 * Both have the same readers.
 */
public record SecretFile(Path file) {
  private static final int BYTES = 32;

  public static SecretFile in(Path secrets, String name) {
    return new SecretFile(secrets.resolve(name));
  }

  /** The secret before, while it is kept. */
  public SecretFile before() {
    return beside("old");
  }

  /** The secret to come. */
  public SecretFile next() {
    return beside("new");
  }

  private SecretFile beside(String end) {
    return new SecretFile(file.resolveSibling("." + file.getFileName() + "." + end));
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /** What is in it, without the end of the line. */
  public String read() throws OpsException {
    return whole().strip();
  }

  /** Unchanged, with the end of the line: the old content may be put back. */
  private String whole() throws OpsException {
    return Durable.read(file)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                OpsException.refused(
                    "read " + file,
                    "it is missing or empty",
                    "Put the secret back before anything else."));
  }

  /** A secret that nobody guesses, of hexadecimal digits. */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Writes a secret beside another, for the same readers; on the disk before this returns. */
  public void write(String secret, SecretFile like) throws OpsException {
    put(secret + "\n", like);
  }

  private void put(String text, SecretFile like) throws OpsException {
    Private.write(
        file,
        text,
        aside -> {
          PosixFileAttributes readers =
              Files.readAttributes(like.file(), PosixFileAttributes.class);
          PosixFileAttributeView view =
              Files.getFileAttributeView(aside, PosixFileAttributeView.class);
          view.setOwner(readers.owner());
          view.setGroup(readers.group());
          view.setPermissions(readers.permissions());
        });
  }

  /** Replaces another file with this one. */
  public void replace(SecretFile other) throws OpsException {
    try {
      Files.move(
          file, other.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Durable.sync(Durable.folder(file));
    } catch (IOException e) {
      throw Durable.failed("replace " + other.file(), e);
    }
  }

  /** Copies the content and the time of the file to another. */
  public void keepAs(SecretFile other) throws OpsException {
    other.put(whole(), this);
    copyTime(this, other);
  }

  /**
   * Writes another secret into the same file, which containers that run have mounted. A power cut
   * may leave half of it, so the old and the new one must be kept beside it.
   *
   * @param from the file to copy, with its time
   */
  public void overwriteWith(SecretFile from) throws OpsException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(from.whole());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      int length = bytes.remaining();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.truncate(length);
      channel.force(true);
    } catch (IOException e) {
      throw Durable.failed("write " + file, e);
    }
    copyTime(from, this);
  }

  private static void copyTime(SecretFile from, SecretFile to) throws OpsException {
    try {
      Files.setLastModifiedTime(to.file, Files.getLastModifiedTime(from.file));
    } catch (IOException e) {
      throw Durable.failed("write " + to.file, e);
    }
  }

  public void remove() throws OpsException {
    Durable.remove(file);
  }
}
