package io.perceiver.it.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which module may know which: api ← core ← pytorch, cli, bench, and api ← modality-*.
 *
 * @param root the package all modules lie under
 */
public record ModuleRules(String root) {

  /** Last part of the root package of every modality module; a new one is added here. */
  public static final List<String> MODALITIES = List.of("audio", "image", "pointcloud");

  /** The same of the modules that stand beside core and the modalities. */
  private static final List<String> OTHERS =
      List.of("bench", "cli", "demo", "it", "pytorch", "testkit");

  /** Plugin authors get the api, DJL's api and annotations, nothing else. */
  public ArchRule apiKnowsOnlyDjlAndAnnotations() {
    DescribedPredicate<JavaClass> allowed =
        resideInAnyPackage(in("api"), "java..", "ai.djl..", "org.jspecify..", "org.apiguardian..")
            .and(not(resideInAPackage("ai.djl.pytorch..")));
    return classes()
        .that()
        .resideInAPackage(in("api"))
        .should()
        .onlyDependOnClassesThat(allowed.or(primitives()));
  }

  /** A modality is a plugin like a stranger's: of ours it sees the api and itself. */
  public ArchRule modalitiesKnowOnlyTheApi() {
    List<ArchRule> rules = MODALITIES.stream().map(this::knowsOnlyTheApi).toList();
    return CompositeArchRule.of(rules).allowEmptyShould(true);
  }

  private ArchRule knowsOnlyTheApi(String modality) {
    return noClasses()
        .that()
        .resideInAPackage(in(modality))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(root + "..", "com.google.inject..", "ai.djl.pytorch..")
                .and(not(resideInAnyPackage(in("api"), in(modality)))));
  }

  /** Core learns of modalities, kernels and commands at run time only. */
  public ArchRule coreKnowsNoOtherModuleThanTheApi() {
    String[] others =
        Stream.concat(MODALITIES.stream(), OTHERS.stream()).map(this::in).toArray(String[]::new);
    return noClasses()
        .that(
            resideInAPackage(root + "..")
                .and(not(resideInAnyPackage(others)))
                .and(not(resideInAPackage(in("api")))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  /** The demo data are files like any others: their maker sees nothing of what will read them. */
  public ArchRule demoKnowsOnlyTheApi() {
    return knowsOnlyTheApi("demo");
  }

  /**
   * Objects are composed in one place; everything else is plain Java that any container can make.
   */
  public ArchRule guiceStaysAtTheRoot() {
    return noClasses()
        .that(not(resideInAnyPackage(root, in("cli"))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.inject..");
  }

  /** One module names the engine; the others would run on another one. */
  public ArchRule theEngineStaysInItsModule() {
    return noClasses()
        .that(not(resideInAPackage(in("pytorch"))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl.pytorch..");
  }

  /** What a program runs needs no test framework; the testkit is for tests and has its own. */
  public ArchRule onlyTheTestkitKnowsJunit() {
    return noClasses()
        .that(not(resideInAPackage(in("testkit"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.opentest4j..", in("testkit"));
  }

  /** Whoever tests a plugin brings its own assertions, modalities and container, or none. */
  public ArchRule theTestkitKnowsCoreAndJunitOnly() {
    String[] others =
        Stream.concat(MODALITIES.stream(), OTHERS.stream())
            .filter(module -> !module.equals("testkit"))
            .map(this::in)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(in("testkit"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(others)
                .or(resideInAnyPackage("org.assertj..", "org.hamcrest..", "org.mockito..")));
  }

  private String in(String part) {
    return root + "." + part + "..";
  }

  private static DescribedPredicate<JavaClass> primitives() {
    return DescribedPredicate.describe(
        "primitives and arrays of them", type -> type.getBaseComponentType().isPrimitive());
  }
}
