package io.perceiver.internal.parity;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.files.Safetensors;
import io.perceiver.internal.kernel.Devices;
import io.perceiver.internal.kernel.Kernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs the reference cases of a folder. */
public final class Parity {
  private static final List<ParityKind> KINDS =
      List.of(new LucidrainsKind(), new LucidrainsFourierKind(), new DeepMindFourierKind());

  private final Kernels kernels;
  private final Device device;

  /** Creates one with the kernels whose parity is asked for, in the host's memory. */
  public Parity(Kernels kernels) {
    this(kernels, Devices.HOST);
  }

  /** Creates one with the kernels whose parity is asked for, on a device. */
  public Parity(Kernels kernels, Device device) {
    this.kernels = kernels;
    this.device = device;
  }

  /**
   * Runs every {@code NAME.json} with its {@code NAME.safetensors}, in the order of their names.
   *
   * @param listener hears of every case as it ends
   * @return every result
   * @throws PerceiverException if the folder holds no case
   * @throws IOException if the folder cannot be read
   */
  public List<ParityResult> run(Path folder, Consumer<ParityResult> listener) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new PerceiverException(
          folder + " holds no reference case: NAME.json beside NAME.safetensors");
    }
    return files.stream().map(this::run).peek(listener).toList();
  }

  private ParityResult run(Path json) {
    String file = json.getFileName().toString();
    String name = file.substring(0, file.length() - ".json".length());
    Path tensors = json.resolveSibling(name + ".safetensors");
    try (Safetensors safetensors = Safetensors.open(tensors);
        NDManager manager = NDManager.newBaseManager(device)) {
      JsonNode tree = new ObjectMapper().readTree(json.toFile());
      return run(new ReferenceCase(name, tree, safetensors), manager);
    } catch (IOException | RuntimeException e) {
      // whatever a case of odd numbers sets off, the others are still run
      return ParityResult.failed(name, "cannot be run: " + e);
    }
  }

  private ParityResult run(ReferenceCase reference, NDManager manager) throws IOException {
    for (ParityKind kind : KINDS) {
      if (kind.accepts(reference)) {
        Comparison comparison = new Comparison();
        kind.compare(reference, manager, kernels, comparison);
        return comparison.result(reference.name());
      }
    }
    return ParityResult.unsupported(reference.name());
  }
}
