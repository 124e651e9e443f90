package io.perceiver.internal.kernel;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.perceiver.api.PerceiverException;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The devices that an engine computes on, and the one place where a device is chosen. What a
 * configuration says is one of
 *
 * <ul>
 *   <li>{@code auto}: the first GPU, or the CPU where there is none;
 *   <li>{@code cpu};
 *   <li>{@code gpu}, short for {@code gpu:0}, or {@code gpu:N}, counted from 0.
 * </ul>
 *
 * @param engine its name and version, for messages
 * @param gpus how many GPUs it sees
 */
public record Devices(String engine, int gpus) {
  /** The host's memory, for what must not depend on the device; every engine has it. */
  public static final Device HOST = Device.cpu();

  /** What leaves the choice to the machine. */
  public static final String AUTO = "auto";

  /** What a configuration may say, for messages. */
  public static final String ALLOWED = "auto, cpu, gpu, or a certain one such as gpu:0";

  private static final String CPU = "cpu";
  private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");

  /** Those of DJL's default engine, which this starts. */
  public static Devices ofEngine() {
    Engine engine = Engine.getInstance();
    return new Devices(engine.getEngineName() + " " + engine.getVersion(), engine.getGpuCount());
  }

  /** Whether a text is one of those a configuration may say, on whatever machine. */
  public static boolean isName(String text) {
    return text.equals(AUTO) || text.equals(CPU) || GPU.matcher(text).matches();
  }

  /** Whether what is wanted is here. */
  public boolean has(String wanted) {
    return wanted.equals(AUTO) || wanted.equals(CPU) || gpu(wanted) < gpus;
  }

  /**
   * The device that is wanted.
   *
   * @param wanted as in a configuration
   * @throws PerceiverException if it is not here; says which are, and what a GPU needs
   */
  public Device choose(String wanted) {
    if (!has(wanted)) {
      throw new PerceiverException(
          "device: %s is not there; %s sees %s. %s"
              .formatted(wanted, engine, seen(), gpus == 0 ? withoutGpus() : "Name one, or auto"));
    }
    if (wanted.equals(CPU) || (wanted.equals(AUTO) && gpus == 0)) {
      return HOST;
    }
    return Device.gpu(wanted.equals(AUTO) ? 0 : gpu(wanted));
  }

  private static int gpu(String wanted) {
    var named = GPU.matcher(wanted);
    if (!named.matches()) {
      throw new PerceiverException("device: '" + wanted + "' is not allowed; " + ALLOWED + " is");
    }
    return named.group(1) == null ? 0 : Integer.parseInt(named.group(1));
  }

  private String seen() {
    StringJoiner seen = new StringJoiner(", ");
    seen.add(CPU);
    for (int gpu = 0; gpu < gpus; gpu++) {
      seen.add("gpu:" + gpu);
    }
    return gpus == 0 ? "only the cpu" : seen.toString();
  }

  private static String withoutGpus() {
    return "Name cpu or auto. A GPU needs its driver, libcudart where the system finds it and, in"
        + " place of the CPU build that comes with this program, a CUDA build of the same libtorch,"
        + " named by PYTORCH_LIBRARY_PATH, PYTORCH_VERSION and PYTORCH_FLAVOR: see docs/gpu.md";
  }
}
