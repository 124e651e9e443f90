package io.perceiver.config;

import io.perceiver.api.PerceiverException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A configuration with some of its modalities alone, to compare a fusion with its parts. */
public final class ModalitySelection {
  private static final String MODALITIES = "modalities";
  private static final String FUSION = "fusion";
  private static final List<String> BY_MODALITY = List.of("modalityDropout", "tokenMasking");

  private ModalitySelection() {}

  /**
   * Leaves out the sections of all other modalities, and what {@code fusion} says of them.
   *
   * @param names of the modalities to keep
   * @throws PerceiverException if the configuration has none of such a name
   */
  public static ConfigNode.Mapping only(ConfigNode.Mapping root, Collection<String> names) {
    ConfigNode.Mapping modalities = mapping(root, MODALITIES);
    TreeSet<String> unknown = new TreeSet<>(names);
    unknown.removeAll(modalities.entries().keySet());
    if (!unknown.isEmpty() || names.isEmpty()) {
      throw new PerceiverException(
          "the configuration's modalities are "
              + modalities.entries().keySet()
              + (unknown.isEmpty() ? "; name at least one" : "; it has no " + unknown));
    }
    ConfigNode.Mapping selected = replaced(root, MODALITIES, modalities.only(names));
    Optional<ConfigNode> given = root.get(FUSION);
    if (given.isPresent() && given.get() instanceof ConfigNode.Mapping fusion) {
      for (String key : BY_MODALITY) {
        if (fusion.get(key).isPresent()) {
          fusion = replaced(fusion, key, mapping(fusion, key).only(names));
        }
      }
      return replaced(selected, FUSION, fusion);
    }
    return selected;
  }

  private static ConfigNode.Mapping replaced(
      ConfigNode.Mapping parent, String key, ConfigNode.Mapping section) {
    return parent.without(List.of(key)).with(key, section);
  }

  private static ConfigNode.Mapping mapping(ConfigNode.Mapping parent, String key) {
    return parent.get(key).orElse(parent) instanceof ConfigNode.Mapping mapping
            && parent.get(key).isPresent()
        ? mapping
        : ConfigNode.Mapping.empty(parent.place());
  }
}
