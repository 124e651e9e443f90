package io.perceiver.it.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.Device;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Map;
import java.util.Set;

/**
 * What code may do and how types are named.
 *
 * @param root the package all modules lie under
 */
public record CodingRules(String root) {
  private static final Map<String, Set<String>> ENDING =
      Map.of("java.lang.System", Set.of("exit"), "java.lang.Runtime", Set.of("exit", "halt"));

  /** They keep the number for the backward pass in memory that Java frees: see Scalars. */
  private static final Set<String> KEEPING =
      Set.of("mul", "div", "mod", "pow", "maximum", "minimum", "muli", "divi", "modi", "powi");

  private static final Map<String, Set<String>> CHOOSING =
      Map.of(
          "ai.djl.Device",
          Set.of("cpu", "gpu", "of", "fromName"),
          "ai.djl.engine.Engine",
          Set.of("defaultDevice", "getDevices", "getGpuCount"));

  private static final Map<String, Set<String>> ENVIRONMENT =
      Map.of(
          "java.lang.System",
          Set.of("getProperty", "getProperties", "setProperty", "clearProperty", "getenv"),
          "java.lang.Boolean",
          Set.of("getBoolean"),
          "java.lang.Integer",
          Set.of("getInteger"),
          "java.lang.Long",
          Set.of("getLong"));

  /** A library prints nothing: its user decides where messages go. */
  public ArchRule librariesDoNotPrint() {
    return noClasses().that(areLibrary()).should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
  }

  /** A library ends no one's JVM. */
  public ArchRule librariesDoNotExit() {
    return noClasses().that(areLibrary()).should().callMethodWhere(callsOneOf(ENDING));
  }

  /** A library is told its settings; two of them in one JVM may have different ones. */
  public ArchRule librariesReadNoEnvironment() {
    return noClasses().that(areLibrary()).should().callMethodWhere(callsOneOf(ENVIRONMENT));
  }

  /** Logging goes through slf4j. */
  public ArchRule nobodyUsesJavaUtilLogging() {
    return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
  }

  /** Exceptions have a type that says what went wrong. */
  public ArchRule nobodyThrowsGenericExceptions() {
    return GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
  }

  /** A number a gradient goes through is the engine's own; optimisers are past all gradients. */
  public ArchRule nobodyLendsNumbersToTheGraph() {
    return noClasses()
        .that()
        .doNotImplement("io.perceiver.train.Optimizer")
        .and()
        .doNotHaveSimpleName("PlainKernels")
        .and()
        .doNotHaveSimpleName("PlainUpdates")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "the target is one of " + KEEPING + " of NDArray with a number",
                call -> {
                  MethodCallTarget target = call.getTarget();
                  return target.getOwner().isAssignableTo("ai.djl.ndarray.NDArray")
                      && KEEPING.contains(target.getName())
                      && target.getRawParameterTypes().get(0).isEquivalentTo(Number.class);
                }));
  }

  /** Nothing assumes a device: {@code Devices} chooses it, and managers are made for it. */
  public ArchRule devicesAreChosenInOnePlace() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".bench..") // it measures the CPU
        .and()
        .doNotHaveSimpleName("Devices")
        .should()
        .callMethodWhere(
            callsOneOf(CHOOSING)
                .or(
                    DescribedPredicate.describe(
                        "the target is NDManager.newBaseManager without a device",
                        call ->
                            call.getTarget().getName().equals("newBaseManager")
                                && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Device.class)))));
  }

  /** A type is named for what it is. */
  public ArchRule namesSayWhatATypeIs() {
    return noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)");
  }

  private DescribedPredicate<JavaClass> areLibrary() {
    return not(resideInAnyPackage(root + ".cli..", root + ".bench.."))
        .as("are not part of the command line or the benchmarks");
  }

  private static DescribedPredicate<JavaMethodCall> callsOneOf(Map<String, Set<String>> methods) {
    return DescribedPredicate.describe(
        "the target is one of " + methods,
        call -> {
          MethodCallTarget target = call.getTarget();
          return methods
              .getOrDefault(target.getOwner().getName(), Set.of())
              .contains(target.getName());
        });
  }
}
