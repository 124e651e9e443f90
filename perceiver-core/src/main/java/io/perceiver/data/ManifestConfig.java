package io.perceiver.data;

import io.perceiver.api.Setting;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The {@code data} section's own keys where the data set is a manifest.
 *
 * @param ignore columns that may stand there and are not looked at
 * @param skipEmptyRows whether rows without any of the model's modalities are left out; they are
 *     mistakes otherwise
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ManifestConfig(
    @Setting("columns that may stand in the manifest and are not looked at") List<String> ignore,
    @Setting("whether rows without any of the model's modalities are left out instead of refused")
        boolean skipEmptyRows) {

  /** Keeps its own copy. */
  public ManifestConfig {
    ignore = List.copyOf(ignore);
  }
}
