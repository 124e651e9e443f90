package io.perceiver.internal.plugin;

import io.perceiver.api.FaultException;
import io.perceiver.api.PerceiverException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls of code that a plugin may have brought: what goes wrong there is told with its place. */
public final class PluginCall {
  private PluginCall() {}

  /**
   * Calls something.
   *
   * @param place what is called, for people, such as {@code head 'mask': its loss}
   * @throws FaultException if it throws what is not meant for users, or gives null
   */
  public static <T> T of(String place, Supplier<? extends @Nullable T> call) {
    T given;
    try {
      given = call.get();
    } catch (PerceiverException | FaultException | OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw new FaultException(place + " failed: " + e, e);
    }
    if (given == null) {
      throw new FaultException(place + " gave null", null);
    }
    return given;
  }

  /** Calls something that gives nothing; otherwise like {@link #of}. */
  public static void run(String place, Runnable call) {
    of(
        place,
        () -> {
          call.run();
          return place;
        });
  }
}
