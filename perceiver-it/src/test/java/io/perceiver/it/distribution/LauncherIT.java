package io.perceiver.it.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/perceiver} finds what it needs, or says what is missing. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher of Windows is another script")
class LauncherIT {
  private final Distribution distribution = Distribution.built();

  @TempDir Path folder;

  @Test
  void startsTheProgram() throws IOException {
    Run run = distribution.run(folder, "--help");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("perceiver");
  }

  @Test
  void startsThroughLinksFromFoldersWithBlanks() throws IOException {
    Path blanks = Files.createDirectories(folder.resolve("my own tools"));
    Path direct = Files.createSymbolicLink(blanks.resolve("direct"), distribution.launcher());
    Path relative = Files.createSymbolicLink(blanks.resolve("relative"), direct.getFileName());
    Run run = distribution.run(relative, blanks, "--help");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void handsOptionsToTheRuntime() throws IOException {
    Run run = distribution.with("PERCEIVER_JAVA_OPTIONS", "-Xmx64m -version").run(folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("version \"");
  }

  @Test
  void saysThatJavaHomeHoldsNoJava() throws IOException {
    Run run = distribution.with("JAVA_HOME", folder.toString()).run(folder, "--help");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("JAVA_HOME is " + folder).contains("17 or newer");
  }

  @Test
  void refusesAnOldJavaByItsReleaseFile() throws IOException {
    java("exit 99");
    Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
    assertRefused("11.0.2");
  }

  @Test
  void refusesAnOldJavaByWhatItSays() throws IOException {
    java("echo 'openjdk version \"1.8.0_302\"' >&2");
    assertRefused("1.8.0_302");
  }

  private void assertRefused(String version) throws IOException {
    Run run = distribution.with("JAVA_HOME", folder.toString()).run(folder, "--help");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("is Java " + version).contains("17 or newer");
  }

  private void java(String script) throws IOException {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
