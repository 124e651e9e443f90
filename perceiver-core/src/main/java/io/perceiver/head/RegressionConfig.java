package io.perceiver.head;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * One or several numbers.
 *
 * @param columns of the manifest that hold the numbers
 * @param unit of the numbers, for people; empty for none
 * @param loss how errors become a loss; errors are those of standardised numbers
 * @param huber bound of the Huber loss, in standard deviations
 * @param norm whether the mean latent is normalised before the linear map
 * @param means of the columns, subtracted before training; empty takes those of the training data
 * @param deviations standard deviations of the columns, divided by before training; empty takes
 *     those of the training data
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RegressionConfig(
    @Setting("manifest columns that hold the numbers") List<String> columns,
    @Setting("unit of the numbers, for people") String unit,
    @Setting("how errors, in standard deviations, become a loss") RegressionLossKind loss,
    @Setting(value = "bound of the huber loss, in standard deviations", min = 0, aboveMin = true)
        double huber,
    @Setting("whether the mean latent is normalised first") boolean norm,
    @Setting("means of the columns; [] takes those of the training data") List<Double> means,
    @Setting(
            value = "standard deviations of the columns; [] takes those of the training data",
            min = 0,
            aboveMin = true)
        List<Double> deviations) {

  /** The column {@code value}, with the squared error. */
  public static final RegressionConfig DEFAULT =
      new RegressionConfig(
          List.of("value"), "", RegressionLossKind.L2, 1, true, List.of(), List.of());

  /** Checks the values. */
  public RegressionConfig {
    columns = List.copyOf(columns);
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    Problems problems = new Problems("");
    problems.check(
        !columns.isEmpty()
            && columns.stream().noneMatch(String::isBlank)
            && new HashSet<>(columns).size() == columns.size(),
        "columns",
        columns,
        "different names of manifest columns, at least one");
    problems.check(huber > 0 && Double.isFinite(huber), "huber", huber, "above 0");
    checkSize(problems, "means", means, columns);
    checkSize(problems, "deviations", deviations, columns);
    problems.check(means.stream().allMatch(Double::isFinite), "means", means, "finite numbers");
    problems.check(
        deviations.stream().allMatch(sd -> sd > 0 && Double.isFinite(sd)),
        "deviations",
        deviations,
        "numbers above 0");
    problems.throwIfAny();
  }

  private static void checkSize(
      Problems problems, String key, List<Double> numbers, List<String> columns) {
    problems.check(
        numbers.isEmpty() || numbers.size() == columns.size(),
        key,
        numbers,
        "one for each of the columns " + columns + ", or none");
  }

  /** Returns this configuration with means and standard deviations where it leaves them open. */
  RegressionConfig resolved(List<Double> newMeans, List<Double> newDeviations) {
    return new RegressionConfig(
        columns,
        unit,
        loss,
        huber,
        norm,
        means.isEmpty() ? newMeans : means,
        deviations.isEmpty() ? newDeviations : deviations);
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public RegressionConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link RegressionConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public List<String> columns;
    public String unit;
    public RegressionLossKind loss;
    public double huber;
    public boolean norm;
    public List<Double> means;
    public List<Double> deviations;

    private Edit(RegressionConfig from) {
      columns = from.columns;
      unit = from.unit;
      loss = from.loss;
      huber = from.huber;
      norm = from.norm;
      means = from.means;
      deviations = from.deviations;
    }

    private RegressionConfig made() {
      return new RegressionConfig(columns, unit, loss, huber, norm, means, deviations);
    }
  }
}
