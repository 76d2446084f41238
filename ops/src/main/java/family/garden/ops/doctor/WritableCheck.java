package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.status.StackStatus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;

/** Whether bookingctl can write into its folders: it writes a small file and removes it. */
final class WritableCheck implements StackCheck {
  private static final int BYTES = 64 * 1024;
  private static final Path SELF = Path.of("/proc/self");
  private static final String PROBE = ".doctor-writes-here";

  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    Map<Path, String> folders =
        Map.of(
            settings.places().state(), "0750",
            settings.places().backups(), "0750",
            settings.places().live(), "0755",
            settings.places().images().resolveSibling(".").normalize(), "0755");
    folders.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(folder -> look(folder.getKey(), folder.getValue(), found));
    if (!Files.isDirectory(settings.places().live())) {
      found.urgent(
          "nginx still has the deleted folder %s open and would not see a switch"
              .formatted(settings.places().live()),
          "When the folder exists again, \"systemctl restart booking.service\" makes nginx open it.");
    }
  }

  private static void look(Path folder, String mode, Findings found) {
    if (!Files.isDirectory(folder)) {
      found.urgent(
          "the folder %s is missing".formatted(folder),
          "\"install -d -m %s %s\" makes it.".formatted(mode, folder));
      return;
    }
    try {
      write(folder.resolve(PROBE));
      if (!isOwn(folder)) {
        found.urgent(
            "%s belongs to %s, who can change what root trusts"
                .formatted(folder, Files.getOwner(folder).getName()),
            "\"chown %s %s\" takes it back.".formatted(Files.getOwner(SELF).getName(), folder));
      }
    } catch (IOException e) {
      found.urgent(
          "%s cannot be written (%s)".formatted(folder, why(e)),
          advice(folder, why(e).toLowerCase(Locale.ROOT)));
    }
  }

  private static boolean isOwn(Path folder) throws IOException {
    return Files.getAttribute(folder, "unix:uid").equals(Files.getAttribute(SELF, "unix:uid"));
  }

  private static void write(Path file) throws IOException {
    try {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String why(IOException e) {
    String message = String.valueOf(e.getMessage());
    int colon = message.lastIndexOf(": ");
    return e instanceof java.nio.file.AccessDeniedException
        ? "Permission denied"
        : colon < 0 ? message : message.substring(colon + 2);
  }

  private static String advice(Path folder, String why) {
    if (why.contains("read-only")) {
      return "\"mount -o remount,rw %s\" makes it writable; if that fails, \"dmesg\" says why, and the disk may be about to fail."
          .formatted(mountPoint(folder));
    }
    if (why.contains("no space") || why.contains("quota")) {
      return "\"du -xh -d 2 %s | sort -h\" shows what takes the room; \"bookingctl prune\" and \"bookingctl backup prune\" make some."
          .formatted(mountPoint(folder));
    }
    if (why.contains("permission denied")) {
      return "As root: \"chown root:root %s\" and \"chmod u+rwx %s\".".formatted(folder, folder);
    }
    if (why.contains("not permitted")) {
      return "\"chattr -i %s\" lets it be changed.".formatted(folder);
    }
    return "\"findmnt --target %s\" says what it lies on, and \"dmesg\" what the kernel says of that."
        .formatted(folder);
  }

  /** The highest folder on the same file system. */
  private static Path mountPoint(Path folder) {
    try {
      Path at = folder.toRealPath();
      FileStore store = Files.getFileStore(at);
      Path parent = at.getParent();
      while (parent != null && Files.getFileStore(parent).equals(store)) {
        at = parent;
        parent = at.getParent();
      }
      return at;
    } catch (IOException e) {
      return folder;
    }
  }
}
