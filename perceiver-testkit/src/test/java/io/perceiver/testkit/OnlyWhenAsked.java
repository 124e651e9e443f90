package io.perceiver.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps tests that are meant to fail out of every run but the one that looks at them. */
final class OnlyWhenAsked implements ExecutionCondition {
  static final String ASKED = "io.perceiver.testkit.broken";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context.getConfigurationParameter(ASKED).isPresent()
        ? ConditionEvaluationResult.enabled("asked for")
        : ConditionEvaluationResult.disabled("broken on purpose; see BrokenPluginsTest");
  }
}
