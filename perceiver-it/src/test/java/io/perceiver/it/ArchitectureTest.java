package io.perceiver.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.perceiver.it.rules.BuiltModules;
import io.perceiver.it.rules.CodingRules;
import io.perceiver.it.rules.FaceRules;
import io.perceiver.it.rules.ModuleRules;
import io.perceiver.it.rules.PackageRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Every rule, over everything the project builds. */
@AnalyzeClasses(packages = "io.perceiver", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final ModuleRules MODULES = new ModuleRules("io.perceiver");
  private static final PackageRules PACKAGES = new PackageRules("io.perceiver");
  private static final FaceRules FACE = new FaceRules("io.perceiver");
  private static final CodingRules CODING = new CodingRules("io.perceiver");

  @ArchTest
  static final ArchRule apiKnowsOnlyDjlAndAnnotations = MODULES.apiKnowsOnlyDjlAndAnnotations();

  @ArchTest static final ArchRule modalitiesKnowOnlyTheApi = MODULES.modalitiesKnowOnlyTheApi();

  @ArchTest
  static final ArchRule coreKnowsNoOtherModuleThanTheApi =
      MODULES.coreKnowsNoOtherModuleThanTheApi();

  @ArchTest static final ArchRule demoKnowsOnlyTheApi = MODULES.demoKnowsOnlyTheApi();

  @ArchTest static final ArchRule guiceStaysAtTheRoot = MODULES.guiceStaysAtTheRoot();

  @ArchTest static final ArchRule theEngineStaysInItsModule = MODULES.theEngineStaysInItsModule();

  @ArchTest static final ArchRule onlyTheTestkitKnowsJunit = MODULES.onlyTheTestkitKnowsJunit();

  @ArchTest
  static final ArchRule theTestkitKnowsCoreAndJunitOnly = MODULES.theTestkitKnowsCoreAndJunitOnly();

  @ArchTest static final ArchRule partsHaveNoCycles = PACKAGES.partsHaveNoCycles();

  @ArchTest static final ArchRule packagesHaveNoCycles = PACKAGES.packagesHaveNoCycles();

  @ArchTest static final ArchRule publicTypesSayTheirStatus = FACE.publicTypesSayTheirStatus();

  @ArchTest static final ArchRule theFaceNamesNoInternalType = FACE.theFaceNamesNoInternalType();

  @ArchTest static final ArchRule internalsHaveKnownGuests = FACE.internalsHaveKnownGuests();

  @ArchTest static final ArchRule packagesAreNullMarked = PACKAGES.packagesAreNullMarked();

  @ArchTest static final ArchRule packagesAreWhole = PACKAGES.packagesAreWhole();

  @ArchTest static final ArchRule librariesDoNotPrint = CODING.librariesDoNotPrint();

  @ArchTest static final ArchRule librariesDoNotExit = CODING.librariesDoNotExit();

  @ArchTest static final ArchRule librariesReadNoEnvironment = CODING.librariesReadNoEnvironment();

  @ArchTest static final ArchRule nobodyUsesJavaUtilLogging = CODING.nobodyUsesJavaUtilLogging();

  @ArchTest
  static final ArchRule nobodyThrowsGenericExceptions = CODING.nobodyThrowsGenericExceptions();

  @ArchTest
  static final ArchRule nobodyLendsNumbersToTheGraph = CODING.nobodyLendsNumbersToTheGraph();

  @ArchTest static final ArchRule devicesAreChosenInOnePlace = CODING.devicesAreChosenInOnePlace();

  @ArchTest static final ArchRule namesSayWhatATypeIs = CODING.namesSayWhatATypeIs();

  /** A module that is not on this class path would be judged by no rule. */
  @ArchTest
  static void everyModuleIsJudged(JavaClasses classes) throws IOException {
    Set<String> judged = classes.stream().map(BuiltModules::of).collect(Collectors.toSet());
    Set<String> declared = BuiltModules.declared(Path.of(".."));
    declared.remove("perceiver-it");
    declared.remove("perceiver-pytorch-platform"); // dependencies only
    assertThat(judged).containsExactlyInAnyOrderElementsOf(declared);
  }

  /**
   * A modality in a package that the module rules do not know would be judged as a part of core.
   */
  @ArchTest
  static void everyModalityIsKnown(JavaClasses classes) {
    Set<String> packages =
        classes.stream()
            .filter(type -> BuiltModules.of(type).startsWith("modality-"))
            .map(type -> type.getPackageName().split("\\.")[2])
            .collect(Collectors.toSet());
    assertThat(packages).containsExactlyInAnyOrderElementsOf(ModuleRules.MODALITIES);
  }
}
