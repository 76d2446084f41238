package family.garden.ops.notify;

import family.garden.ops.config.NotifySettings;
import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Sends notifications to the keeper, over all channels at once. */
public final class Notifications {
  /** The limit of all channels together. */
  private static final Duration LIMIT = Duration.ofSeconds(9);

  private final String box;
  private final List<Channel> channels;
  private final Progress progress;
  private final Duration limit;

  public Notifications(Settings settings, Progress progress) {
    this(settings, progress, LIMIT);
  }

  Notifications(Settings settings, Progress progress, Duration limit) {
    this.box = settings.publicUrl().getHost();
    this.channels = channels(settings.notifications(), limit);
    this.progress = progress;
    this.limit = limit;
  }

  private static List<Channel> channels(NotifySettings settings, Duration limit) {
    List<Channel> all = new ArrayList<>();
    if (Files.exists(settings.webhook())) {
      all.add(new Webhook(settings.webhook(), limit));
    }
    settings.ntfy().ifPresent(topic -> all.add(new Ntfy(topic, settings.ntfyToken(), limit)));
    settings.mail().ifPresent(mail -> all.add(new Mail(mail, limit)));
    return all;
  }

  /**
   * Sends a notification. Never throws, never blocks longer than 10 s; a channel that fails is a
   * warning.
   */
  public void publish(Notification notification) {
    for (Delivery delivery : send(notification).all()) {
      delivery
          .failed()
          .ifPresent(
              why ->
                  progress.warn(
                      "no notification was sent by %s: %s; see \"bookingctl notify test\""
                          .formatted(delivery.channel(), why)));
    }
  }

  /**
   * Sends a notification that says it is a test.
   *
   * @throws OpsException if no channel is configured
   */
  public Deliveries test() throws OpsException {
    if (channels.isEmpty()) {
      throw OpsException.refused(
          "send a test notification",
          "no notification channel is configured",
          "Put an address into the secret notify-webhook, or set BOOKING_NOTIFY_NTFY or "
              + "BOOKING_NOTIFY_MAIL_TO.");
    }
    return send(
        new Notification(
            "A test",
            true,
            "This is what a notification from Booking looks like.",
            Duration.ZERO,
            "Nothing; notifications arrive."));
  }

  /** As {@link #publish}; says what became of it on each channel. */
  public Deliveries send(Notification unnamed) {
    Notification notification = unnamed.of(box);
    // Not closed with try, which would wait for those who hang. Their threads hold nothing up.
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
    try {
      List<Callable<Optional<String>>> tasks =
          channels.stream()
              .<Callable<Optional<String>>>map(r -> () -> sendOver(r, notification))
              .toList();
      List<Future<Optional<String>>> ends =
          threads.invokeAll(tasks, limit.toMillis(), TimeUnit.MILLISECONDS);
      List<Delivery> all = new ArrayList<>();
      for (int at = 0; at < ends.size(); at++) {
        all.add(new Delivery(channels.get(at).name(), failure(ends.get(at))));
      }
      return new Deliveries(all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Deliveries(
          channels.stream().map(r -> new Delivery(r.name(), Optional.of("interrupted"))).toList());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Optional<String> sendOver(Channel channel, Notification notification) {
    try {
      channel.send(notification);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(why(e));
    }
  }

  private static String why(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.strip();
  }

  private Optional<String> failure(Future<Optional<String>> end) throws InterruptedException {
    try {
      return end.get();
    } catch (CancellationException e) {
      return Optional.of("it took longer than " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      // A fault in here must not end a deploy.
      return Optional.of(String.valueOf(e.getCause()));
    }
  }
}
