package family.garden.occupancy;

import family.garden.accommodation.AccommodationType;
import family.garden.occupancy.OccupancyReport.Figures;
import family.garden.occupancy.OccupancyReport.Guest;
import family.garden.occupancy.OccupancyReport.Month;
import family.garden.occupancy.OccupancyReport.Place;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Computes how much of the garden was used, in one query. */
@Singleton
final class OccupancyReportStore {
  /** First a row for each place and month, then one for each member and guest. */
  private static final String REPORT =
      """
      WITH month AS (
          SELECT greatest(first::date, :start) AS begins,
                 least((first + interval '1 month')::date, :end) AS ends
          FROM generate_series(date_trunc('month', CAST(:start AS timestamp)),
                               CAST(:end AS timestamp) - interval '1 day',
                               interval '1 month') AS first
      ), stay AS (
          SELECT b.id, b.member_id, b.guest_name, greatest(b.start_date, m.begins) AS begins,
                 least(b.end_date, m.ends) - greatest(b.start_date, m.begins) AS nights,
                 m.begins AS month
          FROM booking b JOIN month m ON b.start_date < m.ends AND b.end_date > m.begins
          WHERE
      """
          + OccupancyStore.OVERLAPS
          + """
      ), taken AS (
          SELECT i.accommodation_id, s.month, sum(s.nights * i.person_count) AS bed_nights
          FROM stay s JOIN booking_item i ON i.booking_id = s.id
          GROUP BY i.accommodation_id, s.month
      )
      SELECT 1 AS part, a.id, a.name, a.type, a.is_active, to_char(m.begins, 'YYYY-MM') AS month,
             (m.ends - m.begins) * a.max_capacity AS nights, coalesce(t.bed_nights, 0) AS bed_nights
      FROM accommodation a CROSS JOIN month m
      LEFT JOIN taken t ON t.accommodation_id = a.id AND t.month = m.begins
      WHERE a.is_active OR EXISTS (SELECT FROM taken u WHERE u.accommodation_id = a.id)
      UNION ALL
      SELECT 2, p.id, p.name, NULL, NULL, NULL, sum(s.nights),
             sum(s.nights * (SELECT sum(i.person_count) FROM booking_item i WHERE i.booking_id = s.id))
      FROM stay s
      JOIN member m ON m.id = s.member_id
      CROSS JOIN LATERAL (
          SELECT CASE WHEN m.status <> 'Erased' AND s.guest_name IS NULL THEN m.id END AS id,
                 CASE WHEN m.status <> 'Erased'
                      THEN coalesce(s.guest_name, m.first_name || ' ' || m.last_name) END AS name
      ) p
      GROUP BY p.id, p.name
      ORDER BY part, name, id, month
      """;

  OccupancyReport read(Handle handle, Nights nights) {
    return handle
        .createQuery(REPORT)
        .bind("start", nights.start())
        .bind("end", nights.end())
        .scanResultSet((found, context) -> report(found.get(), nights));
  }

  private static OccupancyReport report(ResultSet row, Nights nights) throws SQLException {
    Map<UUID, Place> places = new LinkedHashMap<>();
    Map<String, Figures> months = new TreeMap<>();
    List<Guest> guests = new ArrayList<>();
    while (row.next()) {
      if (row.getInt("part") == 1) {
        String month = row.getString("month");
        Figures figures = new Figures(row.getLong("nights"), row.getLong("bed_nights"));
        places.merge(
            row.getObject("id", UUID.class),
            place(row, month, figures),
            OccupancyReportStore::joined);
        months.merge(month, figures, Figures::plus);
      } else {
        guests.add(guest(row));
      }
    }
    guests.sort((one, other) -> Long.compare(other.bedNights(), one.bedNights()));
    return new OccupancyReport(
        nights.start(),
        nights.end(),
        List.copyOf(places.values()),
        months.values().stream().reduce(Figures.NONE, Figures::plus),
        months.entrySet().stream().map(one -> new Month(one.getKey(), one.getValue())).toList(),
        guests);
  }

  private static Place place(ResultSet row, String month, Figures figures) throws SQLException {
    return new Place(
        row.getObject("id", UUID.class),
        row.getString("name"),
        AccommodationType.valueOf(row.getString("type")),
        row.getBoolean("is_active"),
        figures,
        List.of(new Month(month, figures)));
  }

  private static Place joined(Place before, Place more) {
    List<Month> months = new ArrayList<>(before.months());
    months.addAll(more.months());
    return new Place(
        before.id(),
        before.name(),
        before.type(),
        before.isActive(),
        before.total().plus(more.total()),
        months);
  }

  private static Guest guest(ResultSet row) throws SQLException {
    return new Guest(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getLong("nights"),
        row.getLong("bed_nights"));
  }
}
