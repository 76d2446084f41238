package family.garden.notice;

import family.garden.booking.Booking;
import family.garden.booking.BookingEvent.Kind;
import family.garden.booking.BookingNews;
import family.garden.booking.BookingStatus;
import family.garden.member.Member;
import family.garden.member.MemberNews;
import family.garden.member.MemberStore;
import family.garden.platform.config.Configuration;
import family.garden.platform.http.Text;
import family.garden.waiting.WaitingEntry;
import family.garden.waiting.WaitingNews;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Writes a letter for each piece of news that somebody should hear of. */
@Singleton
final class Letters {
  private final Outbox outbox;
  private final MemberStore members;
  private final String home;
  private final Clock clock;

  Letters(Outbox outbox, MemberStore members, Configuration configuration, Clock clock) {
    this.outbox = outbox;
    this.members = members;
    this.home = configuration.publicUrl();
    this.clock = clock;
  }

  void on(@Observes MemberNews news) {
    Handle handle = news.transaction();
    if (!outbox.isOpen(handle)) {
      return;
    }
    Member member = news.member();
    switch (news) {
      case MemberNews.VerificationWanted wanted ->
          write(handle, member, "verification", home + "/verify-email#token=" + wanted.token());
      case MemberNews.AlreadyHere here ->
          write(handle, member, "alreadyHere", home + "/forgot-password");
      case MemberNews.ResetWanted wanted ->
          write(handle, member, "reset", home + "/reset-password#token=" + wanted.token());
      case MemberNews.WasInvited invited -> write(handle, member, "invitation", invited.link());
      case MemberNews.WasApproved approved -> write(handle, member, "approved", home);
      case MemberNews.WasRejected rejected -> write(handle, member, "rejected", rejected.reason());
      case MemberNews.WaitsForApproval waits ->
          members
              .administrators(handle)
              .forEach(
                  administrator ->
                      write(handle, administrator, "waiting", member.fullName(), home));
      case MemberNews.WasRevoked revoked -> {}
      case MemberNews.ProfileChanged changed -> {}
      case MemberNews.WasErased erased -> write(handle, member, "erased");
    }
  }

  void on(@Observes BookingNews news) {
    Handle handle = news.transaction();
    if (!outbox.isOpen(handle)) {
      return;
    }
    Booking booking = news.booking();
    Object[] facts = {
      Objects.requireNonNullElse(booking.memberName(), ""),
      booking.startDate(),
      booking.endDate(),
      booking.nightCount(),
      places(booking.bookingItems()),
      Objects.requireNonNullElse(news.reason(), "–"),
      home
    };
    boolean isNew = news.kind() == Kind.Created || news.kind() == Kind.Changed;
    if (isNew && booking.status() == BookingStatus.Pending) {
      members
          .administrators(handle)
          .forEach(administrator -> write(handle, administrator, "decide", facts));
    }
    if (booking.memberId() != null) {
      members
          .find(handle, booking.memberId())
          .ifPresent(owner -> write(handle, owner, "booking" + news.kind(), facts));
    }
  }

  void on(@Observes WaitingNews news) {
    Handle handle = news.transaction();
    if (!outbox.isOpen(handle)) {
      return;
    }
    WaitingEntry entry = news.entry();
    Instant until = Objects.requireNonNull(entry.offeredUntil());
    Object[] facts = {
      entry.startDate(),
      entry.endDate(),
      entry.nightCount(),
      places(entry.bookingItems()),
      LocalDateTime.ofInstant(until, clock.getZone()),
      home + "/waiting"
    };
    String letter =
        switch (news) {
          case WaitingNews.Offered offered -> "waitingOffered";
          case WaitingNews.Lapsed lapsed -> "waitingLapsed";
        };
    members
        .find(handle, entry.memberId())
        .ifPresent(member -> write(handle, member, letter, facts));
  }

  private static String places(List<Booking.Item> items) {
    return items.stream()
        .map(item -> item.sleepingAccommodationName() + " (" + item.personCount() + ")")
        .collect(Collectors.joining(", "));
  }

  private void write(Handle handle, Member to, String letter, Object... facts) {
    Object[] all = new Object[facts.length + 1];
    all[0] = to.firstName();
    System.arraycopy(facts, 0, all, 1, facts.length);
    outbox.add(
        handle,
        new Mail(
            to.email(),
            Text.of("mail." + letter + ".subject", all).in(to.language()),
            Text.of("mail." + letter + ".text", all).in(to.language())));
  }
}
