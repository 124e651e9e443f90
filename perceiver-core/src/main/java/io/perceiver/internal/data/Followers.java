package io.perceiver.internal.data;

import io.perceiver.api.Augmentation;
import io.perceiver.api.NoGeometry;
import io.perceiver.api.Problems;
import io.perceiver.internal.text.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which modalities of a model take their geometry from another one ({@code follows:}). One that
 * follows a follower takes it from the first of the chain. Immutable.
 */
public final class Followers {
  private final Map<String, String> follows;
  private final Map<String, Augmentation<?, ?>> augmentations;

  /**
   * Takes what is configured, right or wrong.
   *
   * @param follows by follower: the name it follows
   * @param augmentations of all modalities of the model, by name
   */
  public Followers(Map<String, String> follows, Map<String, Augmentation<?, ?>> augmentations) {
    this.follows = Map.copyOf(follows);
    this.augmentations = Map.copyOf(augmentations);
  }

  /**
   * Returns who follows whom among the modalities of a model.
   *
   * @throws io.perceiver.api.InvalidSpecException with a line for every follower that cannot follow
   *     as it is told to
   */
  public static Followers of(Collection<ModalityPipeline<?>> pipelines) {
    Map<String, String> follows = new TreeMap<>();
    Map<String, Augmentation<?, ?>> augmentations = new TreeMap<>();
    for (ModalityPipeline<?> pipeline : pipelines) {
      augmentations.put(pipeline.name(), pipeline.augmentation());
      pipeline.use().follows().ifPresent(followed -> follows.put(pipeline.name(), followed));
    }
    Followers followers = new Followers(follows, augmentations);
    Problems problems = new Problems("");
    followers
        .problems()
        .forEach((name, problem) -> problems.add("modalities." + name + ".follows: " + problem));
    problems.throwIfAny();
    return followers;
  }

  /**
   * Returns the modality whose geometry a follower takes; empty if it follows none, or one that
   * draws no geometry.
   */
  public Optional<String> moving(String modality) {
    String first = modality;
    for (String next = follows.get(first); next != null; next = follows.get(first)) {
      first = next;
    }
    return first.equals(modality) || !augmentation(first).drawsGeometry()
        ? Optional.empty()
        : Optional.of(first);
  }

  /** Returns what is wrong, by follower. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    for (String follower : new TreeSet<>(follows.keySet())) {
      String problem = problem(follower, Objects.requireNonNull(follows.get(follower)));
      if (problem != null) {
        problems.put(follower, problem);
      }
    }
    return problems;
  }

  private @Nullable String problem(String follower, String followed) {
    if (followed.equals(follower)) {
      return "a modality cannot follow itself; " + fitting(follower);
    }
    if (!augmentations.containsKey(followed)) {
      return "the model has no modality '"
          + followed
          + "'; "
          + fitting(follower)
          + Nearest.of(followed, augmentations.keySet())
              .map(near -> ". Did you mean '" + near + "'?")
              .orElse("");
    }
    if (leadsTo(followed, follower)) {
      return "'%s' already follows '%s', so this makes a circle; let one of them follow none"
          .formatted(followed, follower);
    }
    if (!fits(follower, followed)) {
      return "'%s' cannot take the geometry of '%s' (%s, needed: %s); %s"
          .formatted(
              follower,
              followed,
              geometry(followed).getSimpleName(),
              geometry(follower).getSimpleName(),
              fitting(follower));
    }
    if (augmentation(follower).drawsGeometry()) {
      return "'%s' moves as '%s' does, but its own augmentation draws a geometry as well; switch its"
              .formatted(follower, followed)
          + " crops, flips, turns, shifts and the like off, or remove follows";
    }
    return null;
  }

  private String fitting(String follower) {
    String names =
        new TreeSet<>(augmentations.keySet())
            .stream()
                .filter(name -> !name.equals(follower))
                .filter(name -> fits(follower, name) && !leadsTo(name, follower))
                .collect(Collectors.joining(", "));
    return names.isEmpty() ? "no modality of the model fits" : "fits: " + names;
  }

  private boolean fits(String follower, String followed) {
    Class<?> geometry = geometry(follower);
    return geometry != NoGeometry.class && geometry == geometry(followed);
  }

  /** Whether a chain of followers leads from one modality to another. */
  private boolean leadsTo(String from, String to) {
    String at = from;
    for (int steps = 0; at != null && steps <= follows.size(); steps++) {
      if (at.equals(to)) {
        return true;
      }
      at = follows.get(at);
    }
    return false;
  }

  private Class<?> geometry(String modality) {
    return augmentation(modality).geometryType();
  }

  private Augmentation<?, ?> augmentation(String modality) {
    return Objects.requireNonNull(augmentations.get(modality));
  }
}
