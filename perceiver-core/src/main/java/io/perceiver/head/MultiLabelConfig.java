package io.perceiver.head;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.HashSet;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Any number of several labels.
 *
 * @param column of the manifest that names an example's labels
 * @param separator what stands between labels in a cell
 * @param noLabels what a cell says of an example that is known to have no label; an empty cell says
 *     that its labels are not known
 * @param labels their names, in the order of the outputs; empty takes those of the training data,
 *     sorted
 * @param norm whether the mean latent is normalised before the linear map
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MultiLabelConfig(
    @Setting("manifest column that names an example's labels") String column,
    @Setting("what stands between labels in a cell") String separator,
    @Setting("what a cell says of an example without labels; an empty cell means unknown")
        String noLabels,
    @Setting("names of the labels; [] takes those of the training data") List<String> labels,
    @Setting("whether the mean latent is normalised first") boolean norm) {

  /** The column {@code labels}, with the labels of the training data. */
  public static final MultiLabelConfig DEFAULT =
      new MultiLabelConfig("labels", "|", "none", List.of(), true);

  /** Checks the values. */
  public MultiLabelConfig {
    labels = List.copyOf(labels);
    Problems problems = new Problems("");
    problems.check(!column.isBlank(), "column", "''", "the name of a manifest column");
    problems.check(!separator.isEmpty(), "separator", "''", "at least one character");
    problems.check(!noLabels.isBlank(), "noLabels", "''", "a word that is not a label");
    problems.check(
        new HashSet<>(labels).size() == labels.size() && !labels.contains(noLabels),
        "labels",
        labels,
        "different names other than noLabels");
    String between = separator;
    problems.check(
        labels.stream().noneMatch(label -> label.contains(between) || label.isBlank()),
        "labels",
        labels,
        "names without the separator '" + separator + "'");
    problems.throwIfAny();
  }

  /** Returns this configuration with labels. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public MultiLabelConfig withLabels(List<String> names) {
    return new MultiLabelConfig(column, separator, noLabels, names, norm);
  }
}
