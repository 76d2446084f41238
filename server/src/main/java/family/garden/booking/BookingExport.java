package family.garden.booking;

import family.garden.member.ExportPart;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A person's bookings, for the person's export. */
@Singleton
final class BookingExport implements ExportPart {
  private static final int PAGE = 100;

  private final BookingList list;

  BookingExport(BookingList list) {
    this.list = list;
  }

  @Override
  public String name() {
    return "bookings";
  }

  @Override
  public List<Booking> of(UUID memberId) {
    List<Booking> all = new ArrayList<>();
    BookingList.Page page;
    int number = 0;
    do {
      page =
          list.page(
              new BookingList.Query(BookingList.TimeRange.All, memberId, null, number++, PAGE));
      all.addAll(page.items());
    } while (number < page.totalPages());
    return all;
  }
}
