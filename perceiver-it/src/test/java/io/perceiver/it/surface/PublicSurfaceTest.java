package io.perceiver.it.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.perceiver.it.rules.BuiltModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The public signatures of {@code perceiver-api} are those that are checked in, so that whoever
 * changes what plugins are written against sees it in the diff.
 */
class PublicSurfaceTest {
  private static final Path CHECKED_IN = Path.of("../perceiver-api/signatures.txt");
  private static final Path NOW = Path.of("target/signatures.txt");

  @Test
  void theApiIsWhatIsCheckedIn() throws IOException {
    List<String> now = lines("perceiver-api");
    assertThat(now).hasSizeGreaterThan(300);
    Files.createDirectories(NOW.toAbsolutePath().getParent());
    Files.write(NOW, now);
    List<String> before = Files.exists(CHECKED_IN) ? Files.readAllLines(CHECKED_IN) : List.of();
    assertThat(now)
        .as(
            "the public signatures of perceiver-api changed. If that is meant, copy"
                + " perceiver-it/%s to perceiver-api/signatures.txt, and say in CHANGELOG.md what"
                + " plugin authors have to change",
            NOW)
        .isEqualTo(before);
  }

  private static List<String> lines(String module) {
    List<String> lines = new ArrayList<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.perceiver.api")
            .stream()
            .filter(type -> BuiltModules.of(type).equals(module))
            .filter(
                type -> !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"))
            .sorted(Comparator.comparing(JavaClass::getName))
            .map(JavaClass::reflect)
            .filter(Signatures::isVisible)
            .forEach(type -> lines.addAll(Signatures.of(type)));
    return lines;
  }
}
