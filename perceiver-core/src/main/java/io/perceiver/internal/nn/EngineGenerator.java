package io.perceiver.internal.nn;

/** The engine's random generator, of which a JVM has one. */
public final class EngineGenerator {
  /** Held from seeding the generator until the last draw of that purpose. */
  public static final Object LOCK = new Object();

  private EngineGenerator() {}
}
