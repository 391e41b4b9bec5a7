package vn.ttdn.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of several iterations in short.
 *
 * @param lowerQuartile a quarter is below it
 * @param upperQuartile a quarter is above it
 */
record Spread(
    int count, double median, double lowerQuartile, double upperQuartile, double min, double max) {

  /**
   * Of at least one figure; between two ranks the figure is interpolated.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Spread of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    return new Spread(
        sorted.size(),
        quantile(sorted, 0.5),
        quantile(sorted, 0.25),
        quantile(sorted, 0.75),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }

  private static double quantile(List<Double> sorted, double q) {
    double rank = q * (sorted.size() - 1);
    int below = (int) Math.floor(rank);
    int above = (int) Math.ceil(rank);
    return sorted.get(below) + (rank - below) * (sorted.get(above) - sorted.get(below));
  }

  /** For JSON, rounded to thousandths. */
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("iterations", count);
    map.put("median", rounded(median));
    map.put("lowerQuartile", rounded(lowerQuartile));
    map.put("upperQuartile", rounded(upperQuartile));
    map.put("min", rounded(min));
    map.put("max", rounded(max));
    return map;
  }

  static double rounded(double figure) {
    return Math.round(figure * 1000) / 1000.0;
  }
}
