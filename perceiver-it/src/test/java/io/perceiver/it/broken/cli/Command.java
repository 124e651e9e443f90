package io.perceiver.it.broken.cli;

import com.google.inject.AbstractModule;

final class Command extends AbstractModule {
  private Command() {}

  static void run() {
    System.out.println(System.getProperty("perceiver.home"));
    System.exit(0);
  }
}
