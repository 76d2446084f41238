package family.garden.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Creates the database at the first start. */
final class NewDatabase {
  private NewDatabase() {}

  /**
   * Creates the database beside its place and moves it there when it is complete, so that a kill at
   * any point leaves no half database.
   *
   * @param place where it shall be; does not exist yet
   * @throws LauncherException with what PostgreSQL says if it cannot be created
   */
  static void create(PostgresBinaries binaries, DataFolder folder, Path place, Path passwordFile)
      throws IOException {
    System.out.println("Creating the database in " + place + " …");
    Path half = folder.resolve("run").resolve("new-postgres");
    // Remains of a run that was killed; the lock on the folder ensures that nobody works on them.
    PostgresBinaries.deleteTree(half);
    initialise(binaries, half, passwordFile);
    admitOnlyTheServer(half);
    createContents(binaries, half, Files.readString(passwordFile));
    Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void initialise(PostgresBinaries binaries, Path half, Path passwordFile) {
    run(
        binaries.command(
            "initdb",
            "--pgdata=" + half,
            "--username=postgres",
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--data-checksums",
            "--encoding=UTF8",
            // A locale of PostgreSQL itself: its sort order survives every update of the system.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"),
        "");
  }

  /** The superuser cannot log in, even with the password. */
  private static void admitOnlyTheServer(Path half) throws IOException {
    Files.writeString(
        half.resolve("pg_hba.conf"),
        """
        # Written by Booking when it created this database.
        host  %1$s  %2$s  127.0.0.1/32  scram-sha-256
        host  %1$s  %2$s  ::1/128       scram-sha-256
        """
            .formatted(EmbeddedDatabase.NAME, EmbeddedDatabase.USER));
  }

  /** In single-user mode, for which no port has to be open and no superuser to log in. */
  private static void createContents(PostgresBinaries binaries, Path half, String password) {
    run(
        binaries.command(
            "postgres", "--single", "-c", "exit_on_error=on", "-D", half.toString(), "postgres"),
        """
        CREATE ROLE %2$s LOGIN PASSWORD '%3$s';
        CREATE DATABASE %1$s OWNER %2$s;
        """
            .formatted(EmbeddedDatabase.NAME, EmbeddedDatabase.USER, password));
  }

  private static void run(List<String> command, String input) {
    Command done = Command.run(command, input);
    if (!done.succeeded()) {
      throw new LauncherException(
          LauncherException.CANNOT_CREATE,
          "Tried to create the database, failed because PostgreSQL says:%n%s%nIf the disk is full, make room; then start again."
              .formatted(done.output()));
    }
  }
}
