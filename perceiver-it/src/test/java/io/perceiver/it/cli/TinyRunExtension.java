package io.perceiver.it.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link TinyRun} of this JVM; it is deleted after the last test. */
final class TinyRunExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TinyRun.class;
  }

  @Override
  public TinyRun resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(TinyRun.class))
        .getOrComputeIfAbsent(TinyRun.class, key -> make(), TinyRun.class);
  }

  private static TinyRun make() {
    try {
      return TinyRun.make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
