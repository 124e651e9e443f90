package io.perceiver.cli;

import picocli.CommandLine;

/** What {@code --version} prints. */
final class Version implements CommandLine.IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "perceiver " + (version == null ? "unpackaged" : version), "Java " + Runtime.version()
    };
  }
}
