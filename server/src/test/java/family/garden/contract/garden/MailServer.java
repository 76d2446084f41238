package family.garden.contract.garden;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import family.garden.contract.FreePorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A real mail server on a port of its own, which keeps received letters over its outages. */
public final class MailServer implements AutoCloseable {
  public static final String SENDER = "garten@garden.example";
  public static final String USER = "postman";
  public static final String PASSWORD = "pigeons know the way";

  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  private final int port = FreePorts.one();
  private final List<Letter> before = new ArrayList<>();
  private @Nullable GreenMail running;

  private MailServer() {}

  /** An open one that the garden uses. */
  public static MailServer of(Garden garden) {
    MailServer server = new MailServer();
    server.open();
    garden.administrator().api().put("/api/admin/email-settings", server.settings()).expect(200);
    return server;
  }

  /** The administrator's settings for this server, without a password. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("host", "localhost");
    settings.put("port", port);
    settings.put("from", SENDER);
    settings.put("security", "None");
    settings.put("enabled", true);
    return settings;
  }

  /** Accepts letters from now on, always on the same port. */
  public synchronized void open() {
    GreenMail another =
        new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
    another.setUser("postman@garden.example", USER, PASSWORD);
    another.start();
    running = another;
  }

  /** Accepts no letters until it is opened again. */
  public synchronized void shut() {
    if (running != null) {
      before.addAll(received(running));
      running.stop();
      running = null;
    }
  }

  private static List<Letter> received(GreenMail mail) {
    return Arrays.stream(mail.getReceivedMessages()).map(Letter::of).toList();
  }

  /** Every letter so far, of all people. */
  public synchronized List<Letter> letters() {
    List<Letter> all = new ArrayList<>(before);
    if (running != null) {
      all.addAll(received(running));
    }
    return all;
  }

  public List<Letter> letters(String to, String subject) {
    return letters().stream()
        .filter(letter -> letter.to().equals(to) && letter.subject().contains(subject))
        .toList();
  }

  /** Waits for a letter to somebody about something; the latest if there are several. */
  public Letter awaitLetter(String to, String subject) {
    return await()
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> letters(to, subject), found -> !found.isEmpty())
        .getLast();
  }

  /** Waits until no letter is left in the garden's outbox. */
  public void awaitAllSent(Garden garden) {
    await()
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> garden.sql().one("SELECT count(*) FROM outbox").equals("0"));
  }

  @Override
  public void close() {
    shut();
  }
}
