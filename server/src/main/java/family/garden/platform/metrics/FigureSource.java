package family.garden.platform.metrics;

import java.util.List;

/** Figures that take a wait to read, such as those of Redis. {@link FigureSampler} reads them. */
public interface FigureSource {
  /** Reads them now, within seconds; leaves out what cannot be read. */
  List<Figure> read();
}
