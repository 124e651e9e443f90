package io.perceiver.testkit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Puts the clause that is broken before whatever a failed test has to say. */
final class ClauseReport implements TestExecutionExceptionHandler {

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    Optional<Clause> clause =
        context.getTestMethod().map(method -> method.getAnnotation(Clause.class));
    boolean noVerdict =
        thrown instanceof TestAbortedException || thrown instanceof IncompleteContractException;
    if (clause.isEmpty() || noVerdict) {
      throw thrown;
    }
    throw new AssertionFailedError(
        "clause %s of the plugin contract is broken: %s. %s"
            .formatted(
                context.getRequiredTestMethod().getName(), clause.get().value(), said(thrown)),
        thrown);
  }

  private static String said(Throwable thrown) {
    return thrown instanceof AssertionError assertion
        ? String.valueOf(assertion.getMessage())
        : "Instead: " + thrown;
  }
}
