package family.garden.local;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * A failure that a person can act on: the message says what was tried, why it failed and what to
 * do. The exit codes are those of sysexits.
 */
public final class LauncherException extends RuntimeException {
  static final int USAGE = 64;
  static final int UNAVAILABLE = 69;
  static final int SOFTWARE = 70;
  static final int CANNOT_CREATE = 73;
  static final int IN_USE = 75;
  static final int WRONG_DATA = 78;

  @Serial private static final long serialVersionUID = 1;

  private final int exitCode;
  private final String message;

  LauncherException(int exitCode, String message) {
    super(message);
    this.message = message;
    this.exitCode = exitCode;
  }

  /** What was tried, why it failed, what to do. */
  @Override
  public String getMessage() {
    return message;
  }

  int exitCode() {
    return exitCode;
  }

  /** The cause in words: the messages of {@link FileSystemException} are often a bare path. */
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission was denied";
      case NoSuchFileException missing -> missing.getFile() + " does not exist";
      case FileAlreadyExistsException other -> other.getFile() + " is not a folder";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }
}
