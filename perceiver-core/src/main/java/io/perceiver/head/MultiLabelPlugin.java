package io.perceiver.head;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadPlugin;
import io.perceiver.internal.head.LabelCells;
import io.perceiver.internal.head.MultiLabelHead;
import io.perceiver.internal.head.TrainingColumns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** {@code heads: {NAME: {type: multilabel}}}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MultiLabelPlugin implements HeadPlugin<MultiLabelConfig> {

  @Override
  public String name() {
    return "multilabel";
  }

  @Override
  public MultiLabelConfig defaults() {
    return MultiLabelConfig.DEFAULT;
  }

  @Override
  public MultiLabelConfig resolve(MultiLabelConfig config, Collection<Map<String, String>> rows) {
    if (!config.labels().isEmpty()) {
      return config;
    }
    TrainingColumns.missing("column", config.column(), rows)
        .ifPresent(
            problem -> {
              throw new InvalidSpecException(List.of(problem));
            });
    Set<String> found = new TreeSet<>();
    rows.forEach(row -> LabelCells.read(row, config).ifPresent(found::addAll));
    if (found.isEmpty()) {
      throw new InvalidSpecException(
          List.of(
              "labels: column '"
                  + config.column()
                  + "' of the training data names none; name them, or the column that does"));
    }
    return config.withLabels(List.copyOf(found));
  }

  @Override
  public Set<String> columns(MultiLabelConfig config) {
    return Set.of(config.column());
  }

  @Override
  public Head create(MultiLabelConfig config) {
    return new MultiLabelHead(config);
  }
}
