package io.perceiver.bench.main;

import picocli.CommandLine;

/** The program's version, as its jar says. */
final class Version implements CommandLine.IVersionProvider {

  /** Creates one for picocli. */
  Version() {}

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"perceiver-bench " + (version == null ? "(unpackaged)" : version)};
  }
}
