package io.perceiver.it.broken.api;

import com.google.inject.Guice;
import com.google.inject.Injector;

final class UsesGuice {
  private UsesGuice() {}

  static Injector injector() {
    return Guice.createInjector();
  }
}
