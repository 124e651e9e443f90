package io.perceiver.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Each clause bites, and nothing but what it is for. */
class BrokenPluginsTest {

  static Stream<Class<?>> broken() {
    return Stream.of(
            BrokenPlugins.class,
            BrokenTokenizers.class,
            BrokenNetworks.class,
            BrokenAugmentations.class,
            BrokenFollowers.class,
            BrokenReaders.class)
        .flatMap(group -> Arrays.stream(group.getDeclaredClasses()))
        .filter(type -> type.isAnnotationPresent(Breaks.class));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void theContractFindsWhatIsBrokenAndNothingElse(Class<?> type) {
    Breaks breaks = type.getAnnotation(Breaks.class);
    Map<String, String> failures = failures(run(type));
    Set<String> expected = new TreeSet<>(Set.of(breaks.andSo()));
    expected.add(breaks.value());
    assertThat(failures.keySet()).as(failures.toString()).isEqualTo(expected);
    failures.forEach(
        (clause, message) ->
            assertThat(message)
                .startsWith("clause " + clause + " of the plugin contract is broken: "));
  }

  /** A clause that no broken plugin trips is not a clause. */
  @Test
  void everyClauseIsBrokenBySomePlugin() {
    Set<String> clauses =
        Arrays.stream(ModalityPluginContract.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Clause.class))
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertThat(broken().map(type -> type.getAnnotation(Breaks.class).value()))
        .containsAll(clauses)
        .isSubsetOf(clauses);
  }

  @Test
  void aCorrectPluginKeepsEveryClauseAndSkipsNone() {
    Events tests = run(ConstantPluginContractTest.class);
    assertThat(failures(tests)).isEmpty();
    assertThat(tests.aborted().count()).isZero();
    assertThat(tests.succeeded().count()).isEqualTo(tests.started().count()).isGreaterThan(30);
  }

  private static Events run(Class<?> contract) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(contract))
        .configurationParameter(OnlyWhenAsked.ASKED, "yes")
        .execute()
        .testEvents();
  }

  private static Map<String, String> failures(Events tests) {
    Map<String, String> failures = new TreeMap<>();
    tests.failed().stream().forEach(event -> failures.put(name(event), said(event)));
    return failures;
  }

  private static String name(Event event) {
    return event
        .getTestDescriptor()
        .getSource()
        .map(org.junit.platform.engine.support.descriptor.MethodSource.class::cast)
        .map(org.junit.platform.engine.support.descriptor.MethodSource::getMethodName)
        .orElseThrow();
  }

  private static String said(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::getMessage)
        .orElse("");
  }
}
