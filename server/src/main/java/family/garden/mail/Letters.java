package family.garden.mail;

import family.garden.access.Caller;
import family.garden.booking.Booking;
import family.garden.booking.BookingChanged;
import family.garden.booking.BookingEvent.Kind;
import family.garden.booking.BookingStatus;
import family.garden.calendar.StayCalendar;
import family.garden.calendar.StayCalendar.Method;
import family.garden.member.Member;
import family.garden.member.MemberEvent;
import family.garden.member.MemberStore;
import family.garden.platform.config.Configuration;
import family.garden.platform.config.OidcSettings;
import family.garden.platform.http.Language;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import family.garden.waiting.WaitingEntry;
import family.garden.waiting.WaitingEvent;
import io.quarkus.arc.Arc;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the letters that report events to members and administrators. */
@Singleton
final class Letters {
  private final Outbox outbox;
  private final MemberStore members;
  private final Caller caller;
  private final String home;

  /** What people call the OpenID Connect provider. */
  private final String provider;

  private final Clock clock;

  Letters(
      Outbox outbox, MemberStore members, Caller caller, Configuration configuration, Clock clock) {
    this.outbox = outbox;
    this.members = members;
    this.caller = caller;
    this.home = configuration.publicUrl();
    OidcSettings oidc = configuration.oidc();
    this.provider = oidc == null ? "" : oidc.name();
    this.clock = clock;
  }

  void on(@Observes MemberEvent event) {
    Handle handle = event.transaction();
    if (!outbox.isAvailable(handle)) {
      return;
    }
    Member member = event.member();
    switch (event) {
      case MemberEvent.VerificationRequested requested ->
          write(handle, member, "verification", home + "/verify-email#token=" + requested.token());
      case MemberEvent.AlreadyRegistered here ->
          write(handle, member, "alreadyHere", home + "/forgot-password");
      case MemberEvent.PasswordResetRequested requested ->
          write(
              handle,
              member,
              member.choosesPassword() ? "choosePassword" : "reset",
              home + "/reset-password#token=" + requested.token());
      case MemberEvent.Invited invited ->
          post(handle, member, "invitation", null, acting(handle), invited.link());
      case MemberEvent.InvitationRepeated invited ->
          write(handle, member, "invitation", invited.link());
      case MemberEvent.InvitationAccepted accepted -> {}
      case MemberEvent.GardenFounded founded -> {}
      case MemberEvent.Approved approved ->
          post(handle, member, "approved", null, acting(handle), home);
      case MemberEvent.Rejected rejected ->
          post(handle, member, "rejected", null, acting(handle), rejected.reason());
      case MemberEvent.ApprovalRequested waits ->
          members
              .administrators(handle)
              .forEach(
                  administrator ->
                      post(
                          handle,
                          administrator,
                          "waiting",
                          null,
                          Optional.of(member),
                          member.fullName(),
                          home));
      case MemberEvent.Revoked revoked -> {}
      case MemberEvent.RoleChanged changed -> {}
      case MemberEvent.ProfileChanged changed -> {}
      case MemberEvent.PasskeyAdded added ->
          write(handle, member, "passkeyAdded", added.name(), home);
      case MemberEvent.PasskeyRemoved removed -> write(handle, member, "passkeyRemoved", home);
      case MemberEvent.CalendarAddressMade made -> write(handle, member, "calendarAddress", home);
      case MemberEvent.CalendarAddressRemoved removed -> {}
      case MemberEvent.LoginLinked linked -> {
        // A member who had no other way in has just used this one, and learns nothing new.
        if (!linked.isFirst()) {
          write(handle, member, "loginLinked", provider, home + "/forgot-password");
        }
      }
      // The letter about the claim of the address reports it.
      case MemberEvent.LoginUnlinked unlinked -> {}
      case MemberEvent.AddressProven claimed ->
          write(
              handle,
              member,
              claimed.keepsPasskeys() ? "claimedOnly" : "claimed",
              home + "/forgot-password");
      case MemberEvent.PasswordReset reset ->
          write(
              handle, member, reset.keepsPasskeys() ? "passwordResetOnly" : "passwordReset", home);
      // An administrator passes the link on by hand; a letter reports the new password.
      case MemberEvent.PasswordLinkMade made -> {}
      // Both addresses learn it: the old one, lest somebody took the account over.
      case MemberEvent.AddressChanged changed ->
          Stream.of(member.email(), changed.before())
              .forEach(
                  address ->
                      postTo(
                          handle,
                          member,
                          address,
                          "addressChanged",
                          null,
                          acting(handle),
                          member.email(),
                          home));
      case MemberEvent.PasswordChanged changed ->
          write(handle, member, "passwordChanged", home + "/forgot-password");
      case MemberEvent.RegistrationRefused out ->
          write(handle, member, "registrationRefused", home);
      case MemberEvent.AccountErased erased -> write(handle, member, "erased");
    }
  }

  void on(@Observes BookingChanged event) {
    Handle handle = event.transaction();
    Optional<String> sender = outbox.sender(handle);
    if (sender.isEmpty()) {
      return;
    }
    Booking booking = event.booking();
    Optional<Member> actor = members.find(handle, event.actorId());
    Object[] facts = facts(booking, event.reason());
    boolean isNew = event.kind() == Kind.Created || event.kind() == Kind.Changed;
    if (isNew && booking.status() == BookingStatus.Pending) {
      members.administrators(handle).forEach(to -> post(handle, to, "decide", null, actor, facts));
    }
    if (event.kind() == Kind.Cancelled) {
      reportCancellation(handle, actor, facts);
    }
    owner(handle, booking)
        .ifPresent(
            owner -> {
              CalendarPart calendar = calendar(booking, sender.get(), owner.language());
              post(handle, owner, "booking" + event.kind(), calendar, actor, facts);
            });
  }

  /** Writes to the administrators, unless one of them cancelled. */
  private void reportCancellation(Handle handle, Optional<Member> actor, Object... facts) {
    List<Member> administrators = members.administrators(handle);
    if (administrators.stream().noneMatch(one -> isSame(one, actor))) {
      administrators.forEach(one -> post(handle, one, "memberCancelled", null, actor, facts));
    }
  }

  private static boolean isSame(Member one, Optional<Member> other) {
    return other.filter(member -> member.id().equals(one.id())).isPresent();
  }

  /** The member whose request this is; empty outside of one. */
  private Optional<Member> acting(Handle handle) {
    return Arc.container().requestContext().isActive()
        ? caller.ifKnown().flatMap(identity -> members.find(handle, identity.memberId()))
        : Optional.empty();
  }

  void on(@Observes WaitingEvent event) {
    Handle handle = event.transaction();
    if (!outbox.isAvailable(handle)) {
      return;
    }
    WaitingEntry entry = event.entry();
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
        switch (event) {
          case WaitingEvent.Offered offered -> "waitingOffered";
          case WaitingEvent.Lapsed lapsed -> "waitingLapsed";
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

  /** Reminds the owner of a stay that it begins soon. */
  void remind(Handle handle, Booking stay) {
    owner(handle, stay).ifPresent(owner -> write(handle, owner, "reminder", facts(stay, null)));
  }

  private Optional<Member> owner(Handle handle, Booking booking) {
    return booking.memberId() == null ? Optional.empty() : members.find(handle, booking.memberId());
  }

  private Object[] facts(Booking booking, @Nullable String reason) {
    return new Object[] {
      Objects.requireNonNullElse(booking.sleeperName(), ""),
      booking.startDate(),
      booking.endDate(),
      booking.nightCount(),
      booking.guestName() == null
          ? places(booking.bookingItems())
          : Text.of(
              "mail.forGuest",
              Violations.unturned(places(booking.bookingItems())),
              booking.guestName()),
      Objects.requireNonNullElse(reason, "–"),
      home,
      Text.of(
          booking.status() == BookingStatus.Pending
              ? "mail.waitsForApproval"
              : "mail.staysAccepted")
    };
  }

  private static CalendarPart calendar(Booking booking, String sender, Language language) {
    boolean over =
        booking.status() == BookingStatus.Cancelled || booking.status() == BookingStatus.Rejected;
    Method method = over ? Method.CANCEL : Method.PUBLISH;
    return new CalendarPart(method, StayCalendar.letter(booking, method, sender, language));
  }

  private void write(Handle handle, Member to, String letter, Object... facts) {
    post(handle, to, letter, null, Optional.empty(), facts);
  }

  /**
   * Puts a letter into the outbox.
   *
   * @param by who caused the event: an answer to the letter goes to that member
   */
  private void post(
      Handle handle,
      Member to,
      String letter,
      @Nullable CalendarPart calendar,
      Optional<Member> by,
      Object... facts) {
    postTo(handle, to, to.email(), letter, calendar, by, facts);
  }

  /** Like {@link #post}, to {@code address}, which may be an earlier one of the member. */
  private void postTo(
      Handle handle,
      Member to,
      String address,
      String letter,
      @Nullable CalendarPart calendar,
      Optional<Member> by,
      Object... facts) {
    Object[] all =
        Stream.concat(Stream.of(to.firstName()), Arrays.stream(facts))
            .map(fact -> fact instanceof String text ? Violations.unturned(text) : fact)
            .toArray();
    outbox.add(
        handle,
        new Mail(
            address,
            Text.of("mail." + letter + ".subject", all).in(to.language()),
            Text.of("mail." + letter + ".text", all).in(to.language()),
            calendar,
            isSame(to, by) ? null : by.map(Member::email).orElse(null)));
  }
}
