package family.garden.platform.metrics;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Figures of one feature in the database. */
public interface FigureStore {
  /** Reads them with one or two cheap queries, which change nothing. */
  List<Figure> read(Handle handle);
}
