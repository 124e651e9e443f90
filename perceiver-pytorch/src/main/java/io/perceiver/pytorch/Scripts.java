package io.perceiver.pytorch;

import ai.djl.pytorch.engine.PtSymbolBlock;
import io.perceiver.kernel.Precision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The scripts of one precision, each loaded once for its constants. Thread-safe. */
final class Scripts {
  /** Scripts that call methods of another resource. */
  private static final List<String> WITH_MLP = List.of("layer.py", "absorbed_layer.py", "mlp.py");

  private final Precision precision;
  private final Scripts single;

  /** A module must stay reachable while it is in use. */
  private final ConcurrentMap<Map<String, String>, PtSymbolBlock> loaded =
      new ConcurrentHashMap<>();

  Scripts(Precision precision) {
    this.precision = precision;
    single = precision == Precision.FLOAT32 ? this : new Scripts(Precision.FLOAT32);
  }

  /** Those of single precision. */
  Scripts single() {
    return single;
  }

  Precision precision() {
    return precision;
  }

  /**
   * One of them.
   *
   * @param constants what stands for words between dollar signs
   */
  PtSymbolBlock of(String resource, Map<String, String> constants) {
    Map<String, String> all = new HashMap<>(constants);
    all.put("PRODUCT", scalarType());
    Map<String, String> key = new HashMap<>(all);
    key.put("", resource);
    return loaded.computeIfAbsent(key, k -> TorchScript.load(resources(resource), all));
  }

  private static List<String> resources(String resource) {
    return WITH_MLP.contains(resource) ? List.of(resource, "mlp_methods.py") : List.of(resource);
  }

  /** What libtorch calls it ({@code c10/core/ScalarType.h}). */
  private String scalarType() {
    return switch (precision) {
      case FLOAT32 -> "6";
      case BFLOAT16 -> "15";
    };
  }

  static String python(boolean value) {
    return value ? "True" : "False";
  }
}
