package family.garden.ops.status;

import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.HttpProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * An open alert.
 *
 * @param name like DiskNearlyFull
 * @param summary for a person
 */
public record Alert(String name, String severity, String summary) {
  private static final String PATH = "/api/v2/alerts?active=true&silenced=false&inhibited=false";

  static List<Alert> ask(URI alertmanager) throws OpsException {
    int port = alertmanager.getPort();
    int usual = alertmanager.getScheme().equals("https") ? 443 : 80;
    try {
      HttpProbe.Answer answer =
          HttpProbe.at(
              InetAddress.getAllByName(alertmanager.getHost())[0],
              port < 0 ? usual : port,
              alertmanager,
              PATH);
      if (answer.status() != 200) {
        throw new IOException("it answered " + answer.status());
      }
      List<Alert> all = new ArrayList<>();
      for (Node alert : Json.tree(answer.body(), "the answer of Alertmanager")) {
        Node labels = alert.path("labels");
        all.add(
            new Alert(
                labels.path("alertname").text(),
                labels.path("severity").text(),
                alert.path("annotations", "summary").text()));
      }
      return all;
    } catch (IOException e) {
      throw OpsException.refused(
          "ask Alertmanager at " + alertmanager,
          String.valueOf(e.getMessage()),
          "See whether the monitoring runs, and whether BOOKING_ALERTS is right.");
    }
  }
}
