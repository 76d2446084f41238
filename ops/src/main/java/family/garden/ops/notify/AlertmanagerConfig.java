package family.garden.ops.notify;

import family.garden.ops.config.NotifyMail;
import family.garden.ops.config.NotifySettings;
import family.garden.ops.config.Settings;
import family.garden.ops.json.Json;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of Alertmanager, with the keeper's channels. It is JSON, which is YAML too, and
 * has secrets in it.
 */
public final class AlertmanagerConfig {
  private static final String WHAT = "configure Alertmanager";
  private static final String SUMMARY = "{{ .CommonLabels.alertname }} ({{ .Status }})";
  private static final String TEXT =
      "{{ range .Alerts }}{{ .Annotations.summary }}. {{ .Annotations.action }}"
          + " ({{ .Annotations.runbook }})\n{{ end }}";

  /** The port on which Alertmanager encrypts from the start; on others it uses STARTTLS. */
  private static final int SMTPS = 465;

  /** What a server that is down explains. */
  private static final String EXPLAINED =
      "HighErrorRate|HighResponseTime|BookingCreationFailureRate|LowCacheHitRate"
          + "|DatabaseConnectionHigh";

  private AlertmanagerConfig() {}

  /**
   * The whole file.
   *
   * @throws OpsException if a secret cannot be read, or Alertmanager cannot use the mail server
   */
  public static String of(Settings settings) throws OpsException {
    Map<String, Object> keeper = new LinkedHashMap<>();
    keeper.put("name", "keeper");
    NotifySettings channels = settings.notifications();
    String box = settings.publicUrl().getHost();
    if (channels.ntfy().isPresent()) {
      keeper.put(
          "webhook_configs", List.of(ntfy(channels.ntfy().get(), channels.ntfyToken(), box)));
    }
    Optional<String> webhook = secret(channels.webhook());
    if (webhook.isPresent()) {
      keeper.put("slack_configs", List.of(slack(webhook.get(), box)));
    }
    if (channels.mail().isPresent()) {
      keeper.put("email_configs", List.of(mail(channels.mail().get(), box)));
    }
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("route", route());
    config.put("inhibit_rules", inhibitions());
    config.put("receivers", List.of(keeper, Map.of("name", "nobody")));
    return Json.write(config) + "\n";
  }

  private static Map<String, Object> route() {
    Map<String, Object> route = new LinkedHashMap<>();
    route.put("receiver", "keeper");
    route.put("group_by", List.of("alertname"));
    route.put("group_wait", "20s");
    route.put("group_interval", "5m");
    route.put("repeat_interval", "12h");
    route.put(
        "routes",
        List.of(ordered("receiver", "nobody", "matchers", List.of("severity=~\"info|none\""))));
    return route;
  }

  /** One message per cause. */
  private static List<Object> inhibitions() {
    return List.of(
        inhibition(
            List.of("alertname=ServiceDown", "job=booking-backend"),
            "alertname=~\"" + EXPLAINED + "\""),
        inhibition(
            List.of("alertname=MemoryPressure"), "alertname=~\"HighMemoryUsage|HighSystemLoad\""),
        inhibition(List.of("alertname=HighCpuUsage"), "alertname=HighSystemLoad"));
  }

  private static Map<String, Object> inhibition(List<String> cause, String effect) {
    return ordered("source_matchers", cause, "target_matchers", List.of(effect));
  }

  /** Map.of has another order in each process, and the file would be another one each time. */
  private static Map<String, Object> ordered(
      String first, Object value, String second, Object next) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, value);
    map.put(second, next);
    return map;
  }

  /** ntfy itself makes the text, by the templates in the address. */
  private static Map<String, Object> ntfy(URI topic, Path token, String box) throws OpsException {
    String address =
        topic
            + "?template=yes&title="
            + encoded(box + ": {{.commonLabels.alertname}} ({{.status}})")
            + "&message="
            + encoded(
                "{{range .alerts}}{{.annotations.summary}}. {{.annotations.action}}"
                    + " ({{.annotations.runbook}})\n{{end}}");
    Map<String, Object> webhook = new LinkedHashMap<>();
    webhook.put("url", address);
    webhook.put("send_resolved", true);
    Optional<String> secret = secret(token);
    if (secret.isPresent()) {
      webhook.put(
          "http_config",
          Map.of("authorization", ordered("type", "Bearer", "credentials", secret.get())));
    }
    return webhook;
  }

  private static Map<String, Object> slack(String address, String box) {
    Map<String, Object> slack = new LinkedHashMap<>();
    slack.put("api_url", address);
    slack.put("send_resolved", true);
    slack.put("title", box + ": " + SUMMARY);
    slack.put("text", TEXT);
    return slack;
  }

  private static Map<String, Object> mail(NotifyMail mail, String box) throws OpsException {
    if (mail.security().equals("tls") && mail.port() != SMTPS) {
      throw OpsException.refused(
          WHAT,
          "it encrypts from the start on port 465 only, and BOOKING_NOTIFY_MAIL_PORT is "
              + mail.port(),
          "Use port 465, or BOOKING_NOTIFY_MAIL_SECURITY=starttls.");
    }
    Map<String, Object> email = new LinkedHashMap<>();
    email.put("to", mail.to());
    email.put("from", mail.from());
    email.put("smarthost", mail.host() + ":" + mail.port());
    email.put("require_tls", mail.security().equals("starttls"));
    email.put("send_resolved", true);
    if (!mail.user().isEmpty()) {
      email.put("auth_username", mail.user());
      email.put("auth_password", secret(mail.password()).orElse(""));
    }
    email.put("headers", Map.of("Subject", box + ": " + SUMMARY));
    email.put("html", "");
    email.put("text", TEXT);
    return email;
  }

  private static Optional<String> secret(Path file) throws OpsException {
    try {
      return Secret.read(file).filter(text -> !text.isEmpty());
    } catch (IOException e) {
      throw OpsException.refused(
          WHAT, String.valueOf(e.getMessage()), "Run it with sudo: sudo bookingctl …");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
