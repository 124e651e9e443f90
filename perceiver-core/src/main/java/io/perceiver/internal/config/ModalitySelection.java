package io.perceiver.internal.config;

import io.perceiver.api.PerceiverException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A configuration with some of its modalities alone, to compare a fusion with its parts. */
public final class ModalitySelection {
  private static final String MODALITIES = "modalities";
  private static final String FOLLOWS = "follows";
  private static final String FUSION = "fusion";
  private static final List<String> BY_MODALITY = List.of("modalityDropout", "tokenMasking");

  private ModalitySelection() {}

  /**
   * Leaves out the sections of all other inputs, and what {@code fusion} and {@code follows} say of
   * them. Outputs stay, because heads learn from them.
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
    TreeSet<String> kept = new TreeSet<>(names);
    modalities.entries().keySet().stream()
        .filter(name -> isText(mapping(modalities, name), "role", "output"))
        .forEach(kept::add);
    ConfigNode.Mapping selected = replaced(root, MODALITIES, kept(modalities, kept));
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

  /** The sections kept, each of which follows no modality that is left out. */
  private static ConfigNode.Mapping kept(ConfigNode.Mapping modalities, Collection<String> kept) {
    TreeSet<String> gone = new TreeSet<>(modalities.entries().keySet());
    gone.removeAll(kept);
    ConfigNode.Mapping selected = modalities.only(kept);
    for (String name : kept) {
      ConfigNode.Mapping section = mapping(selected, name);
      if (gone.stream().anyMatch(left -> isText(section, FOLLOWS, left))) {
        selected = replaced(selected, name, section.without(List.of(FOLLOWS)));
      }
    }
    return selected;
  }

  private static boolean isText(ConfigNode.Mapping section, String key, String text) {
    return section.get(key).orElse(section) instanceof ConfigNode.Scalar scalar
        && scalar.text().equals(text);
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
