package family.garden.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The emulated Pi on a cable, with a disk for the backups. It is slow, so it gets more time than a
 * Pi: a server may take half an hour until it is healthy.
 */
final class EmulatedBox implements Box {
  /** The disk's file in the folder of the walk. */
  static final String DISK = "disk.img";

  private static final String NETWORK = "192.168.77";
  private static final String ADDRESS = NETWORK + ".2";
  private static final long DISK_BYTES = 8L << 30;

  /** Others than those of the machine that other tests use. */
  private static final String PORTS = "2422,8280,8643";

  private final Machine machine = new Machine("walk");
  private final Path home;
  private final Path disk;
  private final Cable cable;
  private final TimeServer time;

  /**
   * A box that is off, or the one that an earlier walk in this folder left running.
   *
   * @param folder of the walk: the keeper's folder and the disk are in it
   */
  EmulatedBox(Path folder) throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    disk = folder.resolve(DISK);
    boolean isNew = !Files.exists(disk);
    if (isNew && machine.isRunning()) {
      machine.call("kill");
    }
    cable = machine.isRunning() ? Cable.plugged() : Cable.laid();
    time = TimeServer.start();
    if (isNew) {
      try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
        file.setLength(DISK_BYTES);
      }
      Programs.run(List.of("mke2fs", "-q", "-t", "ext4", "-L", "backups", disk.toString()))
          .expectSuccess();
    }
  }

  @Override
  public void writeCard() {
    start("--fresh", "--ports", PORTS);
    // The disk as a person plugs it in; the time from this machine, in place of the internet; no
    // wait at a boot for the address of the cable, which between() sets.
    machine.asRoot(
        "bash",
        "-euc",
        """
        mkdir -p /mnt/backups /etc/systemd/timesyncd.conf.d
        echo 'LABEL=backups /mnt/backups ext4 defaults,noatime,nofail 0 2' >>/etc/fstab
        mount /mnt/backups
        printf '%s\\n' '[Time]' NTP=10.0.2.2 FallbackNTP= ConnectionRetrySec=5 \\
          >/etc/systemd/timesyncd.conf.d/here.conf
        systemctl restart systemd-timesyncd.service
        printf '%s\n' [keyfile] unmanaged-devices=mac:52:54:00:00:00:77 \
          >/etc/NetworkManager/conf.d/cable.conf
        """);
  }

  private void start(String... options) {
    List<String> words = new ArrayList<>(List.of("start", "--disk", disk.toString()));
    words.addAll(List.of(cable.forBooting()));
    words.addAll(List.of(options));
    machine.call(words.toArray(String[]::new));
    cable.between(machine, NETWORK);
  }

  @Override
  public void loseCard() {
    machine.call("kill");
  }

  @Override
  public void restart() {
    machine.call("stop");
    start();
  }

  @Override
  public String address() {
    return ADDRESS;
  }

  @Override
  public String onTheLaptop(String script) {
    List<String> words = new ArrayList<>(List.of("laptop", ADDRESS));
    words.addAll(Keeper.onTheLaptop(home, script));
    return machine.call(words.toArray(String[]::new));
  }

  @Override
  public String onTheBox(String script, String... answers) {
    List<String> words = new ArrayList<>(List.of("ssh"));
    words.addAll(Keeper.onTheBox(script, answers));
    return machine.call(words.toArray(String[]::new));
  }

  @Override
  public Map<String, String> typedInstead() {
    String releases = "BOOKING_RELEASES=/var/lib/booking/releases\n";
    return Map.of(releases, releases + "BOOKING_START_LIMIT=1800\n");
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(30);
  }

  /** Leaves it running, so that a walk that failed can be looked into and can go on. */
  @Override
  public void close() {
    time.close();
  }

  /** Ends it, and takes away what it needed. */
  void end() {
    if (machine.isRunning()) {
      machine.call("kill");
    }
    cable.close();
  }
}
