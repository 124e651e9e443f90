package io.perceiver.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds the classes that break it, and only those. */
class RulesTest {
  private static final String ROOT = "io.perceiver.it.broken";
  private static final ModuleRules MODULES = new ModuleRules(ROOT);
  private static final PackageRules PACKAGES = new PackageRules(ROOT);
  private static final FaceRules FACE = new FaceRules(ROOT);
  private static final CodingRules CODING = new CodingRules(ROOT);
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(ROOT);

  static List<Arguments> rulesAndWhoBreaksThem() {
    return List.of(
        Arguments.of(MODULES.apiKnowsOnlyDjlAndAnnotations(), List.of("api.UsesGuice")),
        Arguments.of(MODULES.modalitiesKnowOnlyTheApi(), List.of("image.UsesCore")),
        Arguments.of(MODULES.coreKnowsNoOtherModuleThanTheApi(), List.of("nn.UsesModality")),
        Arguments.of(MODULES.demoKnowsOnlyTheApi(), List.of("demo.UsesCore")),
        Arguments.of(MODULES.guiceStaysAtTheRoot(), List.of("api.UsesGuice", "nn.UsesGuice")),
        Arguments.of(MODULES.theEngineStaysInItsModule(), List.of("nn.UsesEngine")),
        Arguments.of(MODULES.onlyTheTestkitKnowsJunit(), List.of("train.UsesJunit")),
        Arguments.of(MODULES.theTestkitKnowsCoreAndJunitOnly(), List.of("testkit.UsesAssertj")),
        Arguments.of(
            FACE.publicTypesSayTheirStatus(),
            List.of("api.WithoutStatus", "testkit.UsesAssertj", "nn.Layer", "train.Loop")),
        Arguments.of(FACE.theFaceNamesNoInternalType(), List.of("nn.NamesInternal.shelves")),
        Arguments.of(FACE.internalsHaveKnownGuests(), List.of("pytorch.UsesInternalData")),
        Arguments.of(PACKAGES.packagesAreNullMarked(), List.of("unmarked.InUnmarkedPackage")),
        Arguments.of(CODING.librariesDoNotPrint(), List.of("train.Prints")),
        Arguments.of(CODING.librariesDoNotExit(), List.of("train.Exits")),
        Arguments.of(CODING.librariesReadNoEnvironment(), List.of("train.ReadsProperty")),
        Arguments.of(CODING.nobodyUsesJavaUtilLogging(), List.of("train.LogsByItself")),
        Arguments.of(CODING.nobodyThrowsGenericExceptions(), List.of("train.ThrowsAnything")),
        Arguments.of(CODING.nobodyLendsNumbersToTheGraph(), List.of("nn.LendsNumber")),
        Arguments.of(
            CODING.devicesAreChosenInOnePlace(), List.of("nn.AssumesCpu", "nn.LeavesDeviceOpen")),
        Arguments.of(CODING.namesSayWhatATypeIs(), List.of("train.LoopHelper")));
  }

  @ParameterizedTest
  @MethodSource("rulesAndWhoBreaksThem")
  void findsThoseWhoBreakIt(ArchRule rule, List<String> guilty) {
    List<String> findings = findings(rule, BROKEN);
    for (String name : guilty) {
      assertThat(findings).anyMatch(finding -> finding.contains(ROOT + "." + name));
    }
    assertThat(findings)
        .allMatch(finding -> guilty.stream().anyMatch(name -> finding.contains(ROOT + "." + name)));
  }

  @Test
  void findsCycles() {
    assertThat(findings(PACKAGES.partsHaveNoCycles(), BROKEN))
        .anySatisfy(cycle -> assertThat(cycle).contains("nn.UsesTraining").contains("train.Loop"));
  }

  @Test
  void findsCyclesInsideAPart() {
    assertThat(findings(PACKAGES.packagesHaveNoCycles(), BROKEN))
        .anySatisfy(
            cycle -> assertThat(cycle).contains("bench.Measures").contains("bench.report.Page"));
    assertThat(findings(PACKAGES.partsHaveNoCycles(), BROKEN))
        .noneSatisfy(cycle -> assertThat(cycle).contains("bench.Measures"));
  }

  @Test
  void findsPackagesInTwoModules(@TempDir Path project) throws IOException {
    copy("nn/Layer.class", project.resolve("perceiver-one"));
    copy("nn/UsesEngine.class", project.resolve("perceiver-two"));
    copy("train/Loop.class", project.resolve("perceiver-two"));
    JavaClasses classes = new ClassFileImporter().importPath(project);
    assertThat(findings(PACKAGES.packagesAreWhole(), classes))
        .singleElement()
        .asString()
        .contains("broken.nn", "perceiver-one", "perceiver-two");
  }

  private static List<String> findings(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }

  private static void copy(String type, Path module) throws IOException {
    Path target = module.resolve("target/classes").resolve(type);
    Files.createDirectories(target.getParent());
    try (var in = RulesTest.class.getResourceAsStream("/io/perceiver/it/broken/" + type)) {
      Files.copy(in, target);
    }
  }
}
