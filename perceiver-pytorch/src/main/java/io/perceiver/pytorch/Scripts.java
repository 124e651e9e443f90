package io.perceiver.pytorch;

import ai.djl.pytorch.engine.PtSymbolBlock;
import io.perceiver.kernel.Precision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The scripts of one precision, each loaded once for each form. Thread-safe. */
final class Scripts {
  /** Scripts that call methods of another resource. */
  private static final Map<String, String> METHODS =
      Map.of(
          "layer.py", "mlp_methods.py",
          "absorbed_layer.py", "mlp_methods.py",
          "mlp.py", "mlp_methods.py",
          "absorbed_read.py", "chunk_methods.py",
          "absorbed_gradient.py", "chunk_methods.py");

  private final Precision precision;
  private final Scripts single;

  /** A module must stay reachable while it is in use. */
  private final ConcurrentMap<Wanted, PtSymbolBlock> loaded = new ConcurrentHashMap<>();

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

  private record Wanted(String resource, ScriptForm form) {}

  /** One of them. */
  PtSymbolBlock of(String resource, ScriptForm form) {
    return loaded.computeIfAbsent(new Wanted(resource, form), this::load);
  }

  private PtSymbolBlock load(Wanted wanted) {
    Map<String, String> words = new HashMap<>(wanted.form().words());
    words.put("PRODUCT", scalarType());
    return TorchScript.load(resources(wanted.resource()), words);
  }

  private static List<String> resources(String resource) {
    String methods = METHODS.get(resource);
    return methods == null ? List.of(resource) : List.of(resource, methods);
  }

  /** What libtorch calls it ({@code c10/core/ScalarType.h}). */
  private String scalarType() {
    return switch (precision) {
      case FLOAT32 -> "6";
      case BFLOAT16 -> "15";
    };
  }
}
