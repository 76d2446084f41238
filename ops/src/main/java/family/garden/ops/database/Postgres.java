package family.garden.ops.database;

import family.garden.ops.result.OpsException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs of the database's image, as argument lists; all run inside a container of it. */
public final class Postgres {
  /** Where the volume of the database is mounted. */
  public static final String HOME = "/var/lib/postgresql";

  /** Where the live database's files are. */
  public static final String DATA = HOME + "/17";

  /** Where the volume of the archive is mounted. */
  public static final String ARCHIVE = "/var/lib/wal";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final String USER = "--username=database";

  private Postgres() {}

  /** Reads statements from its input, and ends at the first that fails; "fact TAB value" lines. */
  public static String[] psql() {
    return new String[] {
      "psql",
      USER,
      "--dbname=booking",
      "--no-psqlrc",
      "--quiet",
      "--tuples-only",
      "--no-align",
      "--field-separator=\t",
      "--set=ON_ERROR_STOP=1"
    };
  }

  public static String[] query(String statement) {
    List<String> all = new ArrayList<>(List.of(psql()));
    all.add("--command=" + statement);
    return all.toArray(String[]::new);
  }

  /**
   * Writes a dump in PostgreSQL's own format to its output.
   *
   * @param snapshot as exported by a transaction that is still open
   */
  public static String[] dump(String snapshot) {
    return new String[] {
      "pg_dump",
      USER,
      "--dbname=booking",
      "--format=custom",
      "--compress=gzip:4",
      "--snapshot=" + snapshot,
      "--lock-wait-timeout=30s",
      "--no-unlogged-table-data"
    };
  }

  /**
   * Statements that give the service's role another password, for {@link #psql}'s input; none of it
   * reaches the log.
   *
   * @param password of letters, digits and + / = _ -, as the database takes it at its first start
   */
  public static String changePassword(String password) {
    if (!password.matches("[A-Za-z0-9+/=_-]+")) {
      throw new IllegalArgumentException(
          "the password has other characters than A-Z a-z 0-9 +/=_-");
    }
    return "SET log_statement = none; SET log_min_error_statement = panic;"
        + " SET log_min_duration_statement = -1;\nALTER ROLE booking PASSWORD '%s';\n"
            .formatted(password);
  }

  /**
   * The major version in the output of {@code --version} of a program of PostgreSQL.
   *
   * @throws OpsException if there is no number in it
   */
  public static int major(String output) throws OpsException {
    Matcher number = NUMBER.matcher(output);
    if (!number.find()) {
      throw OpsException.refused(
          "learn the version of PostgreSQL",
          "there is none in \"" + output.strip() + "\"",
          "See whether the image is one of a database.");
    }
    return Integer.parseInt(number.group());
  }

  /** Reads a dump from its input into an empty database. */
  public static String[] load() {
    return new String[] {
      "pg_restore", USER, "--dbname=booking", "--exit-on-error", "--single-transaction"
    };
  }

  /**
   * Writes the files of the running database to its output, as one compressed archive of tar with
   * the WAL that belongs to them and a list of their checksums.
   */
  public static String[] base(String label) {
    return new String[] {
      "pg_basebackup",
      USER,
      "--no-password",
      "--pgdata=-",
      "--format=tar",
      "--wal-method=fetch",
      "--checkpoint=fast",
      "--compress=client-gzip:4",
      "--label=" + label
    };
  }

  /** Unpacks what {@link #base} wrote, from its input, so that it recovers when it starts. */
  public static String[] unpackBase(String data) {
    return new String[] {
      "sh", "-euc", "mkdir -m 700 \"$0\"; tar -xz -C \"$0\"; touch \"$0/recovery.signal\"", data
    };
  }

  /** Compares the files of a base backup with the list of their checksums. */
  public static String[] verifyBase(String data) {
    return new String[] {"pg_verifybackup", "--quiet", "--ignore=recovery.signal", data};
  }

  public static String[] unpackWal(String folder) {
    return new String[] {"sh", "-euc", "mkdir -p -m 700 \"$0\"; tar -x -C \"$0\"", folder};
  }

  /**
   * Settings for a start that recovers.
   *
   * @param wal folder with WAL segments
   * @param also a folder that may hold more recent ones, not archived yet
   * @param target where to stop, like {@code recovery_target_name=x}; empty for the very end
   */
  public static List<String> recovery(String wal, String also, String target) {
    List<String> all = new ArrayList<>();
    String command =
        "if [ -f %1$s/%%f.gz ]; then gzip -dc %1$s/%%f.gz >%%p; else cp %2$s/%%f %%p; fi"
            .formatted(wal, also);
    all.add("restore_command=" + command);
    if (!target.isEmpty()) {
      all.add(target);
      all.add("recovery_target_action=promote");
    }
    return all;
  }
}
