package family.garden.bench.gap;

import family.garden.bench.gap.ConnectionPool.Transport;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The requests of a family, spread evenly: of 100 requests 30 ask for the version, 20 for free
 * beds, 10 for the timeline of six weeks, 18 load pages, 13 validate a booking, 4 book and 4 cancel
 * these bookings, and one reads the timeline of a year slowly; a log-in every 60 seconds. Of 20
 * requests 12 reuse a connection, 3 open a new one and 5 use HTTP/2.
 */
final class Workload {
  /** Has no divisor in common with 100, so each hundred requests have each slot once. */
  private static final int STRIDE = 37;

  private static final List<String> PAGES = List.of("/", "/garden", "/book", "/worker.js");
  private final Plan plan;
  private final List<String> places;
  private final ConcurrentLinkedQueue<String> booked = new ConcurrentLinkedQueue<>();

  /**
   * @param places identities of what can be booked
   */
  Workload(Plan plan, List<String> places) {
    this.plan = plan;
    this.places = places;
  }

  /** The request with this number, counted from 0. */
  Request request(long number) {
    if (number % (plan.rate() * Plan.LOG_IN_EVERY.toSeconds()) == plan.rate() * 5L) {
      return logIn(plan);
    }
    int slot = (int) (number * STRIDE % 100);
    if (slot < 30) {
      return version();
    } else if (slot < 50) {
      return Request.get("availability", "/api/bookings/availability?" + week(), Workload::isJson);
    } else if (slot < 60) {
      return timeline("timeline", 42);
    } else if (slot < 78) {
      return Request.get("page", PAGES.get(slot % PAGES.size()), Workload::isPage);
    } else if (slot < 91) {
      return Request.post("validate", "/api/bookings/validate", booking(), 200);
    } else if (slot < 95) {
      return Request.post("book", "/api/bookings", booking(), 201, 409);
    } else if (slot < 99) {
      return cancelOrValidate();
    }
    return timeline("slow timeline", 365).slowly(100_000, Duration.ofSeconds(30));
  }

  /** How it travels; a response that is read slowly has a connection of its own. */
  static Transport transport(long number, Request request) {
    int slot = (int) (number * 7 % 20);
    if (request.pace() > 0) {
      return Transport.NEW;
    }
    return slot < 12 ? Transport.REUSED : slot < 15 ? Transport.NEW : Transport.HTTP2;
  }

  static Request logIn(Plan plan) {
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(plan.email(), plan.password());
    return Request.post("log-in", "/api/auth/login", body, 200);
  }

  static Request version() {
    return Request.get("version", "/api/version", text -> text.contains("\"colour\""));
  }

  /** The timeline of 400 days, read for about 45 seconds; the server hangs up after 60. */
  static Request download() {
    return timeline("download", 400).slowly(12_000, Duration.ofSeconds(90));
  }

  private static Request timeline(String what, int days) {
    LocalDate from = today().minusDays(days / 2);
    return Request.get(
        what, "/api/timeline?from=%s&to=%s".formatted(from, from.plusDays(days)), Workload::isJson);
  }

  private Request cancelOrValidate() {
    String id = booked.poll();
    return id == null
        ? Request.post("validate", "/api/bookings/validate", booking(), 200)
        : Request.post("cancel", "/api/bookings/" + id + "/cancel", "{}", 204);
  }

  /** Remembers what was booked, so that it is cancelled later. */
  void booked(String id) {
    booked.add(id);
  }

  private String booking() {
    LocalDate start = today().plusDays(ThreadLocalRandom.current().nextInt(1, 1800));
    String place = places.get(ThreadLocalRandom.current().nextInt(places.size()));
    return """
        {"startDate":"%s","endDate":"%s",
         "bookingItems":[{"sleepingAccommodationId":"%s","personCount":1}]}"""
        .formatted(start, start.plusDays(1), place);
  }

  private static String week() {
    LocalDate start = today().plusDays(ThreadLocalRandom.current().nextInt(1, 900));
    return "startDate=%s&endDate=%s".formatted(start, start.plusDays(7));
  }

  private static boolean isJson(String text) {
    return text.startsWith("{") && text.stripTrailing().endsWith("}");
  }

  /** A page, or the service worker, which every page loads. */
  private static boolean isPage(String text) {
    return text.startsWith("<!DOCTYPE html>") || text.contains("addEventListener");
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
