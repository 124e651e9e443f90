package io.perceiver.it.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.perceiver.it.rules.BuiltModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public signatures of what others build on are those that are checked in, so that whoever
 * changes one sees it in the diff. Internal types and members are not among them.
 */
class PublicSurfaceTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.perceiver");
  private static final Path NOW = Path.of("target/signatures");

  @ParameterizedTest
  @ValueSource(strings = {"perceiver-api", "perceiver-core", "perceiver-testkit"})
  void thePublicFaceIsWhatIsCheckedIn(String module) throws IOException {
    List<String> now = lines(module);
    assertThat(now).hasSizeGreaterThan(40);
    Path written = NOW.resolve(module + ".txt");
    Files.createDirectories(NOW);
    Files.write(written, now);
    Path checkedIn = Path.of("..", module, "signatures.txt");
    List<String> before = Files.exists(checkedIn) ? Files.readAllLines(checkedIn) : List.of();
    assertThat(now)
        .as(
            "the public signatures of %s changed. If that is meant, copy perceiver-it/%s to"
                + " %s/signatures.txt, and say in CHANGELOG.md what users have to change",
            module, written, module)
        .isEqualTo(before);
  }

  private static List<String> lines(String module) {
    List<String> lines = new ArrayList<>();
    CLASSES.stream()
        .filter(type -> !type.getPackageName().contains(".internal"))
        .filter(type -> BuiltModules.of(type).equals(module))
        .filter(type -> !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"))
        .sorted(Comparator.comparing(JavaClass::getName))
        .map(JavaClass::reflect)
        .filter(Signatures::isVisible)
        .forEach(type -> lines.addAll(Signatures.of(type)));
    return lines;
  }
}
