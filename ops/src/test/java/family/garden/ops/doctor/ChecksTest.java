package family.garden.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.backup.Backup;
import family.garden.ops.backup.BackupType;
import family.garden.ops.backup.RemoteStatus;
import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.deploy.HalfDeploy;
import family.garden.ops.disk.Lock;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.host.Machine;
import family.garden.ops.status.StackStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each check must report, and what it must accept. */
class ChecksTest {
  private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
  private static final long MIB = 1024 * 1024;
  private static final Machine SMALL =
      new Machine(430 * MIB, 100 * MIB, 430 * MIB, 0, true, false, List.of());

  @TempDir private Path folder;
  private Settings settings;

  @BeforeEach
  void readSettings() throws Exception {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    settings = SomeSettings.in(folder, "BOOKING_SECRETS=" + secrets, "BOOKING_STATE=" + folder);
  }

  @Test
  void anotherProgramIsFoundAtTheAddressThatTheProxyHas() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
      Settings there =
          SomeSettings.in(
              folder, "BOOKING_BIND=127.0.0.2", "BOOKING_HTTPS_PORT=" + other.getLocalPort());
      StackStatus status =
          status(List.of(container("proxy", "exited", "", 0, 0)), 60, SMALL, List.of());
      assertThat(new PortsCheck().look(there, status))
          .singleElement()
          .satisfies(found -> assertThat(found.message()).contains("another program listens"));
    }
  }

  @Test
  void partsThatRunAndOneShotsThatEndedWellPass() throws Exception {
    StackStatus status =
        status(
            List.of(
                container("proxy", "running", "healthy", 0, 0),
                container("server-green", "exited", "", 143, 0),
                new ContainerStatus(
                    "certificates", "exited", "", true, 0, 0, "", Optional.empty())),
            60,
            SMALL,
            List.of());
    assertThat(new ServicesCheck().look(settings, status)).isEmpty();
  }

  @Test
  void partsThatStoppedOrStartAgainAndAgainAreReported() throws Exception {
    StackStatus status =
        status(
            List.of(
                container("cache", "exited", "", 137, 0),
                container("database", "running", "unhealthy", 0, 0),
                container("server-blue", "restarting", "", 1, 9),
                new ContainerStatus(
                    "certificates", "exited", "", true, 1, 0, "", Optional.empty())),
            60,
            SMALL,
            List.of());
    assertThat(new ServicesCheck().look(settings, status))
        .extracting(Finding::message)
        .containsExactly(
            "cache is exited with 137",
            "database is unhealthy",
            "server-blue was started again 9 times by itself and is restarting",
            "certificates is exited with 1");
  }

  /**
   * All containers have this health for some seconds after an engine update, although they serve.
   */
  @Test
  void partsThatWereNotAskedYetAreAHint() throws Exception {
    StackStatus status =
        status(List.of(container("cache", "running", "starting", 0, 0)), 60, SMALL, List.of());
    assertThat(new ServicesCheck().look(settings, status))
        .singleElement()
        .satisfies(found -> assertThat(found.isUrgent()).isFalse())
        .satisfies(found -> assertThat(found.message()).isEqualTo("cache is starting"));
  }

  @Test
  void theLiveColourMustRunAndTheOtherNeedNot() throws Exception {
    ContainerStatus blue = container("server-blue", "running", "healthy", 0, 0);
    ContainerStatus green = container("server-green", "running", "healthy", 0, 0);
    assertThat(new ColoursCheck().look(settings, status(List.of(blue), 60, SMALL, List.of())))
        .isEmpty();
    assertThat(
            new ColoursCheck().look(settings, status(List.of(blue, green), 60, SMALL, List.of())))
        .singleElement()
        .satisfies(found -> assertThat(found.isUrgent()).isFalse())
        .satisfies(found -> assertThat(found.message()).startsWith("both servers run"));
    assertThat(new ColoursCheck().look(settings, status(List.of(green), 60, SMALL, List.of())))
        .singleElement()
        .satisfies(found -> assertThat(found.isUrgent()).isTrue())
        .satisfies(found -> assertThat(found.advice()).contains("rollback"));
  }

  @Test
  void bothColoursMayRunDuringADeployButNotForever() throws Exception {
    Path deployState = HalfDeploy.leaveIn(folder);
    StackStatus both =
        status(
            List.of(
                container("server-blue", "running", "healthy", 0, 0),
                container("server-green", "running", "healthy", 0, 0)),
            60,
            SMALL,
            List.of());
    assertThat(new ColoursCheck().look(settings, both)).isEmpty();
    try (Lock lock = Lock.take(folder.resolve("lock"), "deploy")) {
      assertThat(lock).isNotNull();
      Files.setLastModifiedTime(deployState, FileTime.from(NOW.minus(Duration.ofMinutes(5))));
      assertThat(new HalfDeployCheck().look(settings, both)).isEmpty();
      Files.setLastModifiedTime(deployState, FileTime.from(NOW.minus(Duration.ofHours(7))));
      assertThat(new HalfDeployCheck().look(settings, both))
          .singleElement()
          .satisfies(found -> assertThat(found.message()).contains("7 hours ago"))
          .satisfies(
              found ->
                  assertThat(found.advice()).contains("kill " + ProcessHandle.current().pid()));
    }
  }

  @Test
  void aHalfDeployThatNobodyIsAtWorkOnIsReportedAtOnce() throws Exception {
    Path deployState = HalfDeploy.leaveIn(folder);
    Files.setLastModifiedTime(deployState, FileTime.from(NOW));
    StackStatus status = status(List.of(), 60, SMALL, List.of());
    assertThat(new HalfDeployCheck().look(settings, status))
        .extracting(Finding::message)
        .containsExactly("a deploy was interrupted, and no process works on it");
  }

  @Test
  void disksAreReportedBeforeTheyAreFull() throws Exception {
    Machine machine =
        new Machine(
            430 * MIB,
            100 * MIB,
            0,
            0,
            true,
            false,
            List.of(
                new Machine.Disk("/", 16_000_000_000L, 900_000_000),
                new Machine.Disk("/backups", 16_000_000_000L, 100_000_000),
                new Machine.Disk("/big", 16_000_000_000L, 9_000_000_000L)));
    assertThat(new DiskCheck().look(settings, status(List.of(), 60, machine, List.of())))
        .extracting(Finding::isUrgent)
        .containsExactly(false, true);
  }

  @Test
  void littleMemoryAndMissingCompressionAreReported() throws Exception {
    MemoryCheck check = new MemoryCheck();
    assertThat(check.look(settings, status(List.of(), 60, SMALL, List.of()))).isEmpty();
    Machine bare = new Machine(430 * MIB, 30 * MIB, MIB, 0, false, true, List.of());
    assertThat(check.look(settings, status(List.of(), 60, bare, List.of()))).hasSize(3);
    Machine large = new Machine(8192 * MIB, 4000 * MIB, MIB, 0, false, true, List.of());
    assertThat(check.look(settings, status(List.of(), 60, large, List.of()))).isEmpty();
  }

  @Test
  void certificatesAreReportedWhenTheRenewalIsLate() throws Exception {
    CertificateCheck check = new CertificateCheck();
    assertThat(check.look(settings, status(List.of(), 29, SMALL, List.of()))).isEmpty();
    assertThat(check.look(settings, status(List.of(), 20, SMALL, List.of())))
        .extracting(Finding::isUrgent)
        .containsExactly(false);
    assertThat(check.look(settings, status(List.of(), -2, SMALL, List.of())))
        .extracting(Finding::message)
        .containsExactly("it ended 2 days ago, and browsers refuse the site");
    assertThat(check.look(settings, new SomeStatus().certificate(2, 60).at(NOW)))
        .extracting(Finding::message)
        .containsExactly(
            "it is not valid before 2026-11-27T20:00:00Z, and browsers refuse the site");
    assertThat(
            check.look(
                settings, new SomeStatus().names("garden.example", "*.garden.example").at(NOW)))
        .extracting(Finding::message)
        .containsExactly(
            "it is for garden.example, *.garden.example, and not for booking.family.local:"
                + " browsers refuse the site");
    assertThat(check.look(settings, new SomeStatus().names("*.family.local").at(NOW))).isEmpty();
  }

  @Test
  void backupsMustBeYoungVerifiedAndElsewhere() throws Exception {
    BackupCheck check = new BackupCheck();
    Files.writeString(folder.resolve("secrets/backup-key"), "AGE-SECRET-KEY-1TEST\n");
    Backup good = backup(3, true, true);
    assertThat(check.look(settings, status(List.of(), 60, SMALL, List.of(good)))).isEmpty();
    assertThat(check.look(settings, status(List.of(), 60, SMALL, List.of())))
        .extracting(Finding::message)
        .containsExactly("there is none");
    assertThat(check.look(settings, status(List.of(), 60, SMALL, List.of(backup(3, false, true)))))
        .extracting(Finding::message)
        .containsExactly("none of the 1 was verified");
    assertThat(check.look(settings, status(List.of(), 60, SMALL, List.of(backup(50, true, false)))))
        .extracting(Finding::message)
        .containsExactly(
            "the last that was verified is 50 hours old",
            "none was copied off this box, and a card can fail as a whole");
    assertThat(check.look(settings, status(List.of(), 60, SMALL, List.of(dump(3)))))
        .extracting(Finding::message)
        .containsExactly(
            "there is no verified base backup, and without one no point in time can be restored");
    assertThat(check.look(settings, status(List.of(), 60, SMALL, List.of(backup(-50, true, true)))))
        .extracting(Finding::message)
        .containsExactly(
            "the last that was verified, 20261125-170000, was made while the clock was ahead:"
                + " its age is unknown",
            "none was copied off this box, and a card can fail as a whole");
    // One old copy says nothing about the state of today.
    assertThat(
            check.look(
                settings,
                status(
                    List.of(), 60, SMALL, List.of(backup(50, true, true), backup(3, true, false)))))
        .extracting(Finding::message)
        .containsExactly("the newest copy off this box is 50 hours old");
  }

  /** A failing card makes backups unreadable, although another machine may still read them. */
  @Test
  void aBrokenBackupIsDeletedOnlyWhereAnotherOfItsKindIsGood() throws Exception {
    Files.writeString(folder.resolve("secrets/backup-key"), "AGE-SECRET-KEY-1TEST\n");
    Backup broken = broken(BackupType.DUMP);
    Backup base = backup(3, true, true);
    assertThat(advice(broken, base)).startsWith("Look at the card first");
    assertThat(advice(broken, base, broken)).startsWith("Look at the card first");
    assertThat(advice(broken, base, dump(3)))
        .isEqualTo(
            "\"rm -r %s\" deletes it.".formatted(settings.places().backups().resolve(broken.id())));
  }

  private String advice(Backup... backups) throws Exception {
    return new BackupCheck()
        .look(settings, status(List.of(), 60, SMALL, List.of(backups))).stream()
            .filter(found -> found.message().contains("cannot be used"))
            .findFirst()
            .orElseThrow()
            .advice();
  }

  private static Backup broken(BackupType kind) {
    return new Backup(
        "20261124-170000",
        Instant.EPOCH,
        kind,
        0,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.of("its seal is broken"));
  }

  /** The advice for a broken backup is to delete it. */
  @Test
  void aMissingKeyIsNotTakenForMissingOrBrokenBackups() throws Exception {
    Backup good = backup(3, true, true);
    Backup closed =
        new Backup(
            good.id(),
            good.madeAt(),
            good.type(),
            0,
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.of("the key is missing"));
    assertThat(
            new BackupCheck().look(settings, status(List.of(), 60, SMALL, List.of(good, closed))))
        .isEmpty();
  }

  @Test
  void whatWaitsForItsCopyIsReported() {
    Findings found = new Findings();
    BackupCheck.waiting(waiting(14), NOW, found);
    assertThat(found.all()).isEmpty();
    BackupCheck.waiting(waiting(16), NOW, found);
    assertThat(found.all())
        .extracting(Finding::message)
        .containsExactly("what was written waits for its copy off this box since 16 minutes");
  }

  private static RemoteStatus waiting(int minutes) {
    return new RemoteStatus(
        true, Optional.empty(), Optional.of(NOW.minus(Duration.ofMinutes(minutes))));
  }

  @Test
  void walThatIsStuckIsReported() throws Exception {
    WalCheck check = new WalCheck();
    assertThat(check.judge(List.of("on", "f", "30"))).isEmpty();
    assertThat(check.judge(List.of("on", "t", "7200")))
        .extracting(Finding::message)
        .containsExactly(
            "the archive does not take it; the last segment went well 120 minutes ago");
    assertThat(check.judge(List.of("off", "f", "-1")))
        .extracting(Finding::isUrgent)
        .containsExactly(false);
  }

  @Test
  void secretsThatAreOpenOrEmptyAndSettingsThatOthersChangeAreReported() throws Exception {
    Path secret = Files.writeString(folder.resolve("secrets/server-secret"), "x");
    Path password = Files.writeString(folder.resolve("secrets/database-password"), "x");
    int group = (Integer) Files.getAttribute(secret, "unix:gid");
    SecretsCheck check = new SecretsCheck(group);
    mode(secret, "r--r-----");
    mode(password, "r--r-----");
    mode(settings.file(), "rw-r--r--");
    StackStatus status = status(List.of(), 60, SMALL, List.of());
    assertThat(check.look(settings, status)).isEmpty();
    mode(secret, "r--r--r--");
    Path empty = Files.createFile(folder.resolve("secrets/notify-webhook"));
    mode(empty, "r--------");
    mode(settings.file(), "rw-rw-r--");
    assertThat(check.look(settings, status))
        .extracting(Finding::message)
        .containsExactly(
            empty + " is empty",
            "others on this machine can read or change " + secret,
            "others on this machine can change "
                + settings.file()
                + ", and with it what runs as root");
  }

  @Test
  void aCertificateMayBeReadAndAdviceNamesOnlyWhatCanBeRotated() throws Exception {
    Path secret = Files.writeString(folder.resolve("secrets/server-secret"), "x");
    Path password = Files.writeString(folder.resolve("secrets/database-password"), "x");
    Path token = Files.writeString(folder.resolve("secrets/notify-ntfy-token"), "x");
    Path certificate = Files.writeString(folder.resolve("site.crt"), "x");
    int group = (Integer) Files.getAttribute(secret, "unix:gid");
    mode(secret, "r--r--r--");
    mode(password, "r--r-----");
    mode(token, "r--r--r--");
    mode(certificate, "rw-r--r--");
    Files.writeString(
        settings.file(),
        Files.readString(settings.file()) + "\nBOOKING_CERTIFICATE_FILE=" + certificate + "\n");
    StackStatus status = status(List.of(), 60, SMALL, List.of());
    assertThat(new SecretsCheck(group).look(settings, status))
        .extracting(Finding::advice)
        .containsExactly(
            "\"chmod 0440 %s\" closes it; if others did read it, have its issuer replace it."
                .formatted(token),
            "\"chmod 0440 %s\" closes it; if others did read it, replace it: bookingctl secret rotate server-secret."
                .formatted(secret));
    mode(certificate, "rw-rw-r--");
    assertThat(new SecretsCheck(group).look(settings, status))
        .extracting(Finding::message)
        .contains("others on this machine can change " + certificate);
  }

  @Test
  void secretsThatContainersCannotReadAreReportedBeforeTheNextRestart() throws Exception {
    Path secret = Files.writeString(folder.resolve("secrets/server-secret"), "x");
    Path own = Files.writeString(folder.resolve("secrets/own-key"), "x");
    int group = (Integer) Files.getAttribute(secret, "unix:gid");
    mode(secret, "rw-------");
    mode(own, "rw-------");
    Files.writeString(
        settings.file(),
        Files.readString(settings.file()) + "\nBOOKING_CERTIFICATE_KEY_FILE=" + own + "\n");
    assertThat(new SecretsCheck(group).look(settings, status(List.of(), 60, SMALL, List.of())))
        .extracting(Finding::message)
        .containsExactly(
            folder.resolve("secrets/database-password")
                + " is missing: nothing that reads it starts again",
            "the containers cannot read %s, and do not start again without it".formatted(own),
            "the containers cannot read %s, and do not start again without it".formatted(secret));
    mode(secret, "r--r-----");
    assertThat(new SecretsCheck(group + 1).look(settings, status(List.of(), 60, SMALL, List.of())))
        .extracting(Finding::advice)
        .contains(
            "\"chown root:%d %s\" and \"chmod 0440 %s\" let them."
                .formatted(group + 1, secret, secret));
  }

  @Test
  void theClockMustFollowTheNetworkWhereTheSystemKeepsIt() throws Exception {
    StackStatus status = status(List.of(), 60, SMALL, List.of());
    ClockCheck check = new ClockCheck(folder);
    assertThat(check.look(settings, status)).isEmpty();
    Files.createDirectory(folder.resolve("timesync"));
    assertThat(check.look(settings, status)).hasSize(1);
    Files.createFile(folder.resolve("timesync/synchronized"));
    assertThat(check.look(settings, status)).isEmpty();
  }

  private static StackStatus status(
      List<ContainerStatus> containers, long days, Machine machine, List<Backup> backups) {
    return new SomeStatus()
        .containers(containers)
        .certificate(-1, days)
        .machine(machine)
        .backups(backups)
        .at(NOW);
  }

  private static ContainerStatus container(
      String service, String state, String health, int ended, int restarts) {
    return new ContainerStatus(
        service, state, health, false, ended, restarts, "", Optional.empty());
  }

  private static Backup backup(int hours, boolean verified, boolean offBox) {
    Instant made = NOW.minus(Duration.ofHours(hours));
    return new Backup(
        "20261125-170000",
        made,
        BackupType.BASE,
        1000,
        verified ? Optional.of(made) : Optional.empty(),
        offBox ? Optional.of(made) : Optional.empty(),
        "daily",
        Optional.empty());
  }

  private static Backup dump(int hours) {
    Backup base = backup(hours, true, true);
    return new Backup(
        base.id(),
        base.madeAt(),
        BackupType.DUMP,
        base.bytes(),
        base.verifiedAt(),
        base.copiedAt(),
        base.reason(),
        base.fault());
  }

  private static void mode(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
