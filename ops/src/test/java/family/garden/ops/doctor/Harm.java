package family.garden.ops.doctor;

import family.garden.ops.deploy.Box;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Ways to harm a box, each with what the doctor must say of it. */
@SuppressWarnings("ImmutableEnumChecker") // What is done to a box is code, and nobody changes it.
enum Harm {
  CACHE_STOPPED(
      Group.STOPPED, "services", "cache is exited", box -> docker("stop", box.container("cache"))),
  LIVE_SERVER_STOPPED(
      Group.STOPPED,
      "colours",
      "is live, and its server does not run",
      box -> docker("stop", box.container(box.live().service()))),
  PROXY_STOPPED(
      Group.STOPPED,
      "site",
      "no answer comes from port",
      box -> docker("stop", box.container("proxy"))),
  DATABASE_KILLED(
      Group.STOPPED,
      "services",
      "database is exited with 137",
      box -> docker("kill", box.container("database"))),
  SECRET_MISSING(
      Group.CHANGED,
      "secrets",
      "database-password is missing",
      box -> sh("mv %1$s %1$s.copy".formatted(secret(box, "database-password"))),
      box -> sh("mv %1$s.copy %1$s".formatted(secret(box, "database-password")))),
  SETTINGS_CHANGED(
      Group.CHANGED,
      "drift",
      "was changed after these were started: server-blue",
      box -> append(box.folder().resolve("settings.env"), "BOOKING_ZONE=Europe/Vienna\n")),
  SECRET_CHANGED(
      Group.CHANGED,
      "drift",
      "server-secret was changed after",
      box -> rewrite(secret(box, "server-secret"))),

  SECRET_TOO_CLOSED(
      Group.FILES,
      "secrets",
      "the containers cannot read",
      box -> {
        sh("chown root:root " + secret(box, "server-secret"));
        sh("chmod 0600 " + secret(box, "server-secret"));
      }),
  SECRET_TOO_OPEN(
      Group.FILES,
      "secrets",
      "others on this machine can read or change",
      box -> sh("chmod 0444 " + secret(box, "database-password"))),
  SETTINGS_TOO_OPEN(
      Group.FILES,
      "secrets",
      "images.env, and with it what runs as root",
      box -> sh("chmod 0666 " + box.folder().resolve("images.env"))),
  KEY_MISSING(
      Group.FILES,
      "backup-key",
      "backup-key is missing: nobody can open the",
      box -> sh("mv %1$s %1$s.copy".formatted(secret(box, "backup-key"))),
      box -> sh("mv %1$s.copy %1$s".formatted(secret(box, "backup-key")))),
  KEY_EMPTY(
      Group.MORE_FILES,
      "backup-key",
      "backup-key is no key: nobody can open the",
      box -> sh("cp -p %1$s %1$s.copy && : >%1$s".formatted(secret(box, "backup-key"))),
      box -> sh("mv %1$s.copy %1$s".formatted(secret(box, "backup-key")))),
  BACKUP_CUT_OFF(
      Group.IMAGES,
      "backup",
      "20200101T000000Z-base cannot be used",
      box -> {
        Path folder = box.folder().resolve("backups/20200101T000000Z-base");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("manifest.json"), "{");
      }),
  INSTALLED_EMPTY(
      Group.FILES,
      "state",
      "installed.json, failed because it is empty",
      box -> Files.writeString(state(box, "installed.json"), "")),
  HISTORY_DAMAGED(
      Group.MORE_FILES,
      "state",
      "history.jsonl, failed because line 1 is no entry of it",
      box ->
          Files.writeString(
              state(box, "history.jsonl"),
              """
              ####
              {"startedAt":"2026-01-01T00:00:00Z","finishedAt":"2026-01-01T00:01:00Z","operation":"deploy",\
              "from":null,"to":"0.0.1","result":"DONE","reason":"","seconds":{}}
              """)),
  DEPLOY_EMPTY(
      Group.MORE_FILES,
      "state",
      "deploy.json, failed because it is empty",
      box -> Files.writeString(state(box, "deploy.json"), "")),
  OLD_DATA_LEFT(
      Group.MORE_FILES,
      "old-data",
      "17.before-20200101T000000Z is from before a restore",
      box ->
          docker(
              "exec",
              box.container("database"),
              "mkdir",
              "/var/lib/postgresql/17.before-20200101T000000Z")),
  SCRATCH_LEFT(
      Group.MORE_FILES,
      "scratch",
      "-left was left by work that was killed",
      box ->
          docker(
              "create",
              "--label=family.garden.sandbox=booking-" + box.name(),
              "--name=booking-" + box.name() + "-left",
              docker("inspect", "--format={{.Image}}", box.container("cache")))),
  ONE_OFF_LEFT(
      Group.MORE_FILES,
      "scratch",
      "one-off was left by work that was killed",
      box ->
          docker(
              "run",
              "--label=com.docker.compose.project=booking-" + box.name(),
              "--label=com.docker.compose.oneoff=True",
              "--label=com.docker.compose.service=certificates",
              "--name=booking-" + box.name() + "-one-off",
              "--entrypoint=true",
              docker("inspect", "--format={{.Image}}", box.container("cache")))),
  SMOKE_ACCOUNT_REFUSED(
      Group.MORE_FILES,
      "smoke",
      "does not let smoke@garden.example in",
      box -> {
        sh("chmod u+w " + secret(box, "smoke-password"));
        Files.writeString(secret(box, "smoke-password"), "another than it was\n");
      },
      box ->
          append(
              box.folder().resolve("settings.env"), "BOOKING_SMOKE_EMAIL=again@garden.example\n")),
  STATE_OF_SOMEBODY_ELSE(
      Group.MORE_FILES,
      "writable",
      "state belongs to",
      box -> sh("chown 12345 " + box.folder().resolve("state"))),

  IMAGES_EMPTY(
      Group.IMAGES,
      "state",
      "images.env, failed because it is empty or cut off",
      box -> Files.writeString(box.folder().resolve("images.env"), "")),
  HISTORY_EMPTY(
      Group.IMAGES,
      "state",
      "history.jsonl, failed because it is empty",
      box -> Files.writeString(state(box, "history.jsonl"), "")),
  INSTALLED_CUT_OFF(
      Group.NOT_YET,
      "state",
      "installed.json, failed because it is cut off",
      box -> Files.writeString(state(box, "installed.json"), "{\"blue\": {\"vers")),
  HALF_DEPLOY(
      Group.OTHER_NAME, "half-deploy", "no process works on it", box -> box.leaveHalfDeploy()),

  STATE_MISSING(
      Group.MISSING,
      "writable",
      "state is missing",
      box -> sh("rm -r " + box.folder().resolve("state"))),

  STATE_READ_ONLY(
      Group.READ_ONLY,
      "writable",
      "cannot be written (Read-only file system)",
      box -> {
        Path state = box.folder().resolve("state");
        sh("mount -t tmpfs -o size=4g,mode=0750 none " + state);
        sh("mount -o remount,ro " + state);
      }),
  LIVE_FOLDER_OF_SOMEBODY_ELSE(
      Group.READ_ONLY,
      "writable",
      "live belongs to",
      box -> sh("chown 12345 " + box.folder().resolve("live"))),
  FOLDER_OF_SOMEBODY_ELSE(
      Group.FULL, "writable", "belongs to", box -> sh("chown 12345 " + box.folder())),
  STATE_FULL(
      Group.FULL,
      "writable",
      "cannot be written (No space left on device)",
      box -> {
        Path state = box.folder().resolve("state");
        sh("umount " + state);
        sh("mount -t tmpfs -o size=1m,mode=0750 none " + state);
        sh("! dd if=/dev/zero of=%s/filler bs=64k status=none 2>/dev/null".formatted(state));
      },
      // What "du" names is what a person must decide about.
      box -> sh("umount " + box.folder().resolve("state"))),

  CERTIFICATE_ENDED(
      Group.ENDED,
      "certificate",
      "browsers refuse the site",
      box -> certificate(box, "localhost", "20200101000000Z", "20200201000000Z")),
  CERTIFICATE_NOT_YET_VALID(
      Group.NOT_YET,
      "certificate",
      "it is not valid before",
      box -> certificate(box, "localhost", "20900101000000Z", "20910101000000Z")),
  CERTIFICATE_FOR_ANOTHER_NAME(
      Group.OTHER_NAME,
      "certificate",
      "it is for other.family.local, and not for localhost",
      box -> certificate(box, "other.family.local", "20200101000000Z", "20910101000000Z"));

  /** Harms that are done together. */
  enum Group {
    FILES,
    MORE_FILES,
    IMAGES,
    MISSING,
    READ_ONLY,
    FULL,
    ENDED,
    NOT_YET,
    OTHER_NAME,
    CHANGED,
    STOPPED
  }

  /** Something that is done to a box. */
  private interface Act {
    void doTo(Box box) throws Exception;
  }

  private final Group group;
  private final String check;
  private final String says;
  private final Act act;
  private final Act person;

  Harm(Group group, String check, String says, Act act) {
    this(group, check, says, act, box -> {});
  }

  Harm(Group group, String check, String says, Act act, Act person) {
    this.group = group;
    this.check = check;
    this.says = says;
    this.act = act;
    this.person = person;
  }

  static List<Harm> of(Group group) {
    return Arrays.stream(values()).filter(harm -> harm.group == group).toList();
  }

  String check() {
    return check;
  }

  /** A part of what the doctor says. */
  String says() {
    return says;
  }

  void doTo(Box box) throws Exception {
    act.doTo(box);
  }

  /** What the advice says in words, like "put your copy there". */
  void bringWhatOnlyAPersonHas(Box box) throws Exception {
    person.doTo(box);
  }

  private static String docker(String... arguments) {
    return Testbed.docker(arguments);
  }

  private static void sh(String command) {
    Programs.run("sh", "-euc", command).expect(0);
  }

  private static Path secret(Box box, String name) {
    return box.folder().resolve("secrets").resolve(name);
  }

  private static Path state(Box box, String name) {
    return box.folder().resolve("state").resolve(name);
  }

  private static void append(Path file, String text) throws Exception {
    Files.writeString(file, Files.readString(file) + text);
  }

  /** The same text, written now. */
  private static void rewrite(Path file) {
    sh("touch " + file);
  }

  /** The site's certificate anew, by the garden's own authority. */
  private static void certificate(Box box, String name, String from, String until) {
    String stack = "booking-" + box.name();
    String script =
        """
        cd /tls/current
        printf 'subjectAltName=DNS:%s\\n' >/tmp/names
        openssl req -new -key site.key -subj /CN=site -out /tmp/request
        openssl x509 -req -in /tmp/request -CA /ca/ca.crt -CAkey /ca/ca.key -not_before %s \
          -not_after %s -extfile /tmp/names -out /tmp/site.crt
        cat /tmp/site.crt >site.crt"""
            .formatted(name, from, until);
    docker(
        "run",
        "--rm",
        "--user=0",
        "--network=none",
        "--entrypoint=sh",
        "--volume=" + stack + "_ca:/ca",
        "--volume=" + stack + "_tls:/tls",
        docker("inspect", "--format={{.Image}}", box.container("proxy")),
        "-euc",
        script);
    box.compose("kill", "--signal", "HUP", "proxy");
  }
}
