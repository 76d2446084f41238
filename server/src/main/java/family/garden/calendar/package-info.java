/** Stays in other calendars, and other calendars that block the garden (iCalendar). */
@NullMarked
package family.garden.calendar;

import org.jspecify.annotations.NullMarked;
