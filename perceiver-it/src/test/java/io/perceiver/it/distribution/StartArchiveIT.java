package io.perceiver.it.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes that a first start leaves for later ones. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher of Windows makes none")
class StartArchiveIT {
  private static final String LOG_CLASSES = "-Xlog:class+load";
  private static final String MAPPED = "shared objects file (top)";

  @TempDir Path folder;
  private Distribution own;
  private Path lib;

  /** A distribution of its own: the launcher itself, and links to the jars. */
  @BeforeEach
  void install() throws IOException {
    Distribution built = Distribution.built();
    Path home = folder.resolve("installed");
    lib = Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve("bin"));
    Files.copy(built.launcher(), home.resolve("bin/perceiver"));
    try (Stream<Path> jars = Files.list(built.home().resolve("lib"))) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
      }
    }
    own = new Distribution(home, built.environment(), built.timeLimit());
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> !file.toString().endsWith(".jar")).toList();
    }
  }

  @Test
  void laterStartsMapTheClassesOfTheFirst() throws IOException {
    Run first = own.run(folder, "--help");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err()).isEmpty();
    assertThat(archives()).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());

    Run second = own.run(folder, "--help");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).isEmpty();
    Run traced = own.with("PERCEIVER_JAVA_OPTIONS", LOG_CLASSES).run(folder, "--help");
    assertThat(traced.out()).contains(MAPPED);
  }

  @Test
  void aDamagedArchiveIsPassedOverInSilence() throws IOException {
    Run first = own.run(folder, "--help");
    Path archive = archives().get(0);
    Files.delete(archive);
    Files.writeString(archive, "no archive");
    Run second = own.run(folder, "--help");
    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).isEmpty();
  }

  @Test
  void aMistakeKeepsItsExitCodeAndLeavesNoArchive() throws IOException {
    Run run = own.run(folder, "--no-such-option");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(archives()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsLeftAlone() throws IOException {
    Files.setPosixFilePermissions(lib, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(lib), "this user may write everywhere");
      Run run = own.run(folder, "--help");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(archives()).isEmpty();
    } finally {
      Files.setPosixFilePermissions(lib, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
