package io.perceiver.config;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.head.HeadPlugin;
import io.perceiver.data.ModalityUse;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Place;
import io.perceiver.internal.config.RunBasics;
import io.perceiver.kernel.Precision;
import io.perceiver.nn.FusionConfig;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.train.TrainingConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * A whole configuration, every section bound to the record it is for. It is read from YAML, or made
 * in code:
 *
 * <pre>{@code
 * RunConfig config =
 *     RunConfig.DEFAULT.with(
 *         c -> {
 *           c.model = Presets.trunk("small").with(m -> m.latents = 64);
 *           c.modality("image", new ImagePlugin(), ImageConfig.defaults());
 *           c.head("label", new ClassificationPlugin(), ClassificationConfig.DEFAULT);
 *           c.training = TrainingConfig.DEFAULT.with(t -> t.epochs = 5);
 *         });
 * }</pre>
 *
 * <p>Each record checks its own values when it is made. What needs more than one of them, or the
 * plugins, is checked when the configuration is used, by the very reader of YAML; {@code
 * Perceivers.check} does so at once.
 *
 * @param seed what every random draw of the run follows from
 * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param precision of the layers' matrix products
 * @param model the trunk
 * @param layers what the trunk's layers are
 * @param fusion how several modalities become one byte array
 * @param modalities by the model's names for them, in the order they were written; when read from a
 *     configuration, at least one of them is an input
 * @param heads by the model's names for them, in the order they were written; none gives latents
 * @param data where examples come from
 * @param training how the model is trained
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunConfig(
    long seed,
    String device,
    Precision precision,
    PerceiverConfig model,
    LayerSections layers,
    FusionConfig fusion,
    Map<String, ModalitySection> modalities,
    Map<String, HeadSection> heads,
    DataSection data,
    TrainingConfig training) {

  /** The small preset with the defaults of every section, no modality and no head. */
  public static final RunConfig DEFAULT =
      new RunConfig(
          RunBasics.DEFAULT.seed(),
          RunBasics.DEFAULT.device(),
          RunBasics.DEFAULT.precision(),
          Presets.trunk(Presets.DEFAULT),
          LayerSections.DEFAULT,
          FusionConfig.DEFAULT,
          Map.of(),
          Map.of(),
          DataSection.of(DataConfig.DEFAULT),
          TrainingConfig.DEFAULT);

  /** Copies the maps. */
  public RunConfig {
    modalities = Collections.unmodifiableMap(new LinkedHashMap<>(modalities));
    heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
  }

  /** Returns the modalities that the trunk is shown, in the order they were written. */
  public Map<String, ModalitySection> inputs() {
    Map<String, ModalitySection> inputs = new LinkedHashMap<>(modalities);
    inputs.values().removeIf(modality -> !modality.use().isInput());
    return Collections.unmodifiableMap(inputs);
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public RunConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link RunConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public long seed;
    public String device;
    public Precision precision;
    public PerceiverConfig model;
    public LayerSections layers;
    public FusionConfig fusion;
    public Map<String, ModalitySection> modalities;
    public Map<String, HeadSection> heads;
    public DataSection data;
    public TrainingConfig training;

    private Edit(RunConfig from) {
      seed = from.seed;
      device = from.device;
      precision = from.precision;
      model = from.model;
      layers = from.layers;
      fusion = from.fusion;
      modalities = new LinkedHashMap<>(from.modalities);
      heads = new LinkedHashMap<>(from.heads);
      data = from.data;
      training = from.training;
    }

    /**
     * Adds a modality, or replaces one.
     *
     * @param name the model's name for it
     * @param plugin one of those that the model is made with
     */
    public <C extends Record> Edit modality(String name, ModalityPlugin<C, ?> plugin, C config) {
      modalities.put(
          name,
          new ModalitySection(name, plugin.name(), ModalityUse.INPUT, config, Optional.empty()));
      return this;
    }

    /**
     * Changes what the model does with a modality that was added before: whether it is shown it,
     * and whose geometry it follows in training.
     *
     * @throws PerceiverException if there is no such modality
     */
    public Edit use(String modality, ModalityUse use) {
      ModalitySection section = section("use", modality);
      modalities.put(
          modality,
          new ModalitySection(
              modality, section.plugin(), use, section.config(), section.position()));
      return this;
    }

    private ModalitySection section(String what, String modality) {
      ModalitySection section = modalities.get(modality);
      if (section == null) {
        throw new PerceiverException(
            "%s of '%s': the model has no such modality; it has %s"
                .formatted(what, modality, modalities.keySet()));
      }
      return section;
    }

    /**
     * Replaces the position encoding of a modality that was added before.
     *
     * @param modality the model's name for it
     * @param type name of the encoding's plugin, such as {@code fourier}
     * @throws PerceiverException if there is no such modality
     */
    public Edit position(String modality, String type, PositionEncoding encoding) {
      ModalitySection section = section("position", modality);
      PositionSection position = new PositionSection(type, encoding);
      modalities.put(
          modality,
          new ModalitySection(
              modality, section.plugin(), section.use(), section.config(), Optional.of(position)));
      return this;
    }

    /**
     * Adds a head, or replaces one.
     *
     * @param name the model's name for it
     * @param plugin one of those that the model is made with
     */
    public <C extends Record> Edit head(String name, HeadPlugin<C> plugin, C config) {
      heads.put(name, new HeadSection(name, plugin.name(), config));
      return this;
    }

    /** Replaces the data section by one whose format the files decide. */
    public Edit data(DataConfig config) {
      data = DataSection.of(config);
      return this;
    }

    /** Replaces the data section by one of a certain format. */
    public <C extends Record> Edit data(DataConfig config, DatasetFormat<C> format, C own) {
      data =
          new DataSection(
              config.with(c -> c.format = format.name()),
              Optional.of(own),
              ConfigNode.Mapping.empty(Place.none()));
      return this;
    }

    private RunConfig made() {
      return new RunConfig(
          seed, device, precision, model, layers, fusion, modalities, heads, data, training);
    }
  }
}
