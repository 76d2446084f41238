package family.garden.waiting;

import family.garden.accommodation.AccommodationStore;
import family.garden.accommodation.BedsAdded;
import family.garden.booking.BedCheck;
import family.garden.booking.Booking;
import family.garden.booking.BookingChanged;
import family.garden.member.Member;
import family.garden.member.MemberEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Observes events that free beds, and has the beds offered in the same transaction. */
@Singleton
final class FreedBeds {
  private final WaitingStore store;
  private final Offers offers;
  private final BedCheck beds;
  private final AccommodationStore accommodations;

  FreedBeds(WaitingStore store, Offers offers, BedCheck beds, AccommodationStore accommodations) {
    this.store = store;
    this.offers = offers;
    this.beds = beds;
    this.accommodations = accommodations;
  }

  void on(@Observes BookingChanged event) {
    Handle handle = event.transaction();
    switch (event.kind()) {
      case Cancelled, Rejected ->
          offers.offer(handle, store.inLine(handle, event.booking().accommodationIds()));
      case Changed -> {
        useUpHeld(handle, event.booking());
        // Only the history has the beds that it held before, so all who wait are considered.
        offers.offer(handle, store.inLine(handle));
      }
      case Created -> {
        if (useUpHeld(handle, event.booking())) {
          // Only the booking's own accommodations are locked. A later round offers what else was
          // held.
          Set<UUID> locked = event.booking().accommodationIds();
          offers.offer(
              handle,
              store.inLine(handle, locked).stream()
                  .filter(entry -> locked.containsAll(entry.plan().persons().keySet()))
                  .toList());
        }
      }
      case Accepted -> {}
    }
  }

  /**
   * Beds that are held for a member are free to that member. A member who takes them with an
   * ordinary booking has used the offer: otherwise it would go on to hold beds at the cost of
   * others.
   */
  private boolean useUpHeld(Handle handle, Booking booking) {
    if (booking.memberId() == null) {
      return false;
    }
    List<UUID> held =
        store.heldFor(handle, booking.memberId(), booking.nights(), booking.accommodationIds());
    if (held.isEmpty() || !beds.isOverfull(handle, booking)) {
      return false;
    }
    held.forEach(entry -> store.book(handle, entry, booking.id()));
    return true;
  }

  void on(@Observes BedsAdded event) {
    Handle handle = event.transaction();
    offers.offer(handle, store.inLine(handle, List.of(event.accommodation().id())));
  }

  void on(@Observes MemberEvent event) {
    switch (event) {
      case MemberEvent.AccountErased erased -> leave(event.transaction(), erased.member());
      case MemberEvent.Revoked revoked -> leave(event.transaction(), revoked.member());
      case MemberEvent.AddressProven claimed -> leave(event.transaction(), claimed.member());
      default -> {}
    }
  }

  private void leave(Handle handle, Member member) {
    accommodations.touchAll(handle);
    store.removeAll(handle, member.id());
    offers.offer(handle, store.inLine(handle));
  }
}
