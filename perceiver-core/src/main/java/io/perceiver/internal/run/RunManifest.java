package io.perceiver.internal.run;

import ai.djl.engine.Engine;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.perceiver.api.PerceiverException;
import io.perceiver.config.PositionSection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.Dataset;
import io.perceiver.kernel.Compute;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginOrigin;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What made a run, {@code manifest.json}.
 *
 * @param format version of the run folder's layout
 * @param created when, UTC
 * @param versions of this project, Java, DJL's engine and kernels
 * @param device it ran on
 * @param seed of every random draw
 * @param plugins that were in use: kind and name to version and origin
 * @param data name of the data set
 * @param dataFingerprint hash of what was listed
 * @param examples by split
 * @param inCode what the application gave in place of the configuration's optimiser or schedule
 * @param warnings what the check of the data warned of, one sentence each
 */
public record RunManifest(
    int format,
    String created,
    Map<String, String> versions,
    String device,
    long seed,
    Map<String, String> plugins,
    String data,
    String dataFingerprint,
    Map<String, Integer> examples,
    Map<String, String> inCode,
    List<String> warnings) {
  /** The layout this version writes and reads. */
  public static final int FORMAT = 1;

  /** Fills in what an older manifest lacks. */
  public RunManifest {
    inCode = inCode == null ? Map.of() : Map.copyOf(inCode);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }

  /** Describes a run that is about to start. */
  public static RunManifest of(
      PerceiverModel model,
      Dataset data,
      PluginRegistry plugins,
      Map<String, String> inCode,
      List<String> warnings) {
    RunConfig config = model.config();
    Compute compute = model.trainable().compute();
    return new RunManifest(
        FORMAT,
        Instant.now().toString(),
        versions(compute),
        compute.device().toString(),
        config.seed(),
        used(config, plugins),
        data.name(),
        data.fingerprint(),
        data.counts(),
        inCode,
        warnings);
  }

  private static Map<String, String> versions(Compute compute) {
    Engine engine = Engine.getInstance();
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("perceiver", version(RunManifest.class));
    versions.put("java", Runtime.version().toString());
    versions.put("engine", engine.getEngineName() + " " + engine.getVersion());
    versions.put("kernels", compute.kernels().name());
    return versions;
  }

  /** A jar's version, as its manifest says. */
  private static String version(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  private static Map<String, String> used(RunConfig config, PluginRegistry plugins) {
    Map<String, String> used = new TreeMap<>();
    config
        .modalities()
        .values()
        .forEach(
            modality -> {
              note(used, plugins, PluginKind.MODALITY, modality.plugin());
              modality
                  .position()
                  .map(PositionSection::type)
                  .filter(type -> !type.isEmpty())
                  .ifPresent(type -> note(used, plugins, PluginKind.POSITION_ENCODING, type));
            });
    if (!config.layers().hasOwnCross()) {
      note(used, plugins, PluginKind.CROSS_LAYER, config.layers().cross().type());
    }
    if (!config.layers().hasOwnLatent()) {
      note(used, plugins, PluginKind.LATENT_LAYER, config.layers().latent().type());
    }
    config.heads().values().forEach(head -> note(used, plugins, PluginKind.HEAD, head.plugin()));
    config
        .data()
        .format()
        .ifPresent(
            format ->
                note(used, plugins, PluginKind.DATASET_FORMAT, config.data().common().format()));
    return used;
  }

  private static void note(
      Map<String, String> used, PluginRegistry plugins, PluginKind kind, String name) {
    PluginOrigin origin = plugins.entry(kind, name).origin();
    used.put(kind.label() + " " + name, (origin.version() + " " + origin.jarName()).strip());
  }

  public void write(RunFolder folder) throws IOException {
    folder.write(folder.manifest(), Json.PRETTY.writeValueAsString(this));
  }

  /**
   * Reads a run's manifest.
   *
   * @throws PerceiverException if it is damaged or of another format
   */
  public static RunManifest read(RunFolder folder) throws IOException {
    try {
      RunManifest manifest =
          Json.LINE.readValue(Files.readString(folder.manifest()), RunManifest.class);
      if (manifest.format() != FORMAT) {
        throw new PerceiverException(
            folder.manifest()
                + " is of format "
                + manifest.format()
                + "; this version reads "
                + FORMAT);
      }
      return manifest;
    } catch (JsonProcessingException e) {
      throw new PerceiverException(folder.manifest() + " is damaged: " + e.getOriginalMessage(), e);
    }
  }
}
