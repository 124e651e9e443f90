package io.perceiver.head;

import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadPlugin;
import io.perceiver.internal.head.NumberCells;
import io.perceiver.internal.head.RegressionHead;
import io.perceiver.internal.head.TrainingColumns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code heads: {NAME: {type: regression}}}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RegressionPlugin implements HeadPlugin<RegressionConfig> {
  private static final Logger LOG = LoggerFactory.getLogger(RegressionPlugin.class);

  @Override
  public String name() {
    return "regression";
  }

  @Override
  public RegressionConfig defaults() {
    return RegressionConfig.DEFAULT;
  }

  @Override
  public RegressionConfig resolve(RegressionConfig config, Collection<Map<String, String>> rows) {
    if (!config.means().isEmpty() && !config.deviations().isEmpty()) {
      return config;
    }
    Problems problems = new Problems("");
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (String column : config.columns()) {
      TrainingColumns.missing("columns", column, rows).ifPresent(problems::add);
    }
    problems.throwIfAny();
    for (String column : config.columns()) {
      SummaryStatistics numbers = new SummaryStatistics();
      rows.forEach(row -> add(row, column, numbers));
      double deviation = Math.sqrt(numbers.getPopulationVariance());
      problems.check(
          numbers.getN() >= 2 && deviation > 0,
          "columns",
          column,
          "a column with different numbers in the training data; this one has "
              + numbers.getN()
              + (numbers.getN() < 2 ? "" : ", all of them " + numbers.getMean()));
      means.add(numbers.getMean());
      deviations.add(deviation);
    }
    problems.throwIfAny();
    return config.resolved(means, deviations);
  }

  /** What is not a number is refused later, with the name of its example. */
  private static void add(Map<String, String> row, String column, SummaryStatistics numbers) {
    try {
      NumberCells.read(row, column).ifPresent(numbers::addValue);
    } catch (PerceiverException e) {
      LOG.debug("left out of the mean: {}", e.getMessage());
    }
  }

  @Override
  public Set<String> columns(RegressionConfig config) {
    return new TreeSet<>(config.columns());
  }

  @Override
  public Head create(RegressionConfig config) {
    return new RegressionHead(config);
  }
}
