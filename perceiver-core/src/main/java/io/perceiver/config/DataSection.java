package io.perceiver.config;

import io.perceiver.api.DatasetFormat;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Place;
import io.perceiver.internal.config.RecordBinder;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The {@code data} section. A format's keys are bound once the format is known: at once where it is
 * named, by {@link #bind} where the files decide.
 *
 * @param common what every format has
 * @param format the format's own record; empty until the format is known
 * @param open keys not bound yet, with the places they came from
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DataSection(
    DataConfig common,
    Optional<Record> format,
    @API(status = API.Status.INTERNAL, since = "0.1") ConfigNode.Mapping open) {

  /** Is for this project; others call {@link #of} or {@link RunConfig.Edit#data}. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public DataSection {}

  /** A section whose format the files decide, without keys of its own. */
  public static DataSection of(DataConfig common) {
    return new DataSection(common, Optional.empty(), ConfigNode.Mapping.empty(Place.none()));
  }

  /**
   * This section for a format: the record bound before if there is one, or else the open keys laid
   * over the format's defaults.
   *
   * @throws io.perceiver.api.InvalidSpecException with every open key that is not the format's
   */
  public DataSection bind(DatasetFormat<?> with) {
    if (format.isPresent() && common.format().equals(with.name())) {
      return this;
    }
    Record bound = RecordBinder.bind("data", open, (Record) with.defaults());
    return new DataSection(
        common.with(c -> c.format = with.name()),
        Optional.of(bound),
        ConfigNode.Mapping.empty(open.place()));
  }
}
