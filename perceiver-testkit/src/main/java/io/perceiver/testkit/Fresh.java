package io.perceiver.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;

/** New copies of the examples, to see whether one was changed. */
final class Fresh<T> {
  private static final int SHOWN = 100;
  private final ModalityPluginContract<?, T> contract;
  private final List<T> examples;

  Fresh(ModalityPluginContract<?, T> contract) {
    this.contract = contract;
    examples = contract.checkedExamples();
  }

  /** Fails unless the example is still what examples() gives at this place. */
  void assertUnchanged(int index, T used, String when) {
    T fresh = examples.get(index);
    if (fresh == used && !isImmutable(fresh)) {
      throw new IncompleteContractException(
          "examples() gives the same object again; make new ones, so that changes can be seen");
    }
    if (!contract.isSame(fresh, used)) {
      fail(
          "example %d is %s %s, a new one is %s. Where the class has no equals, override isSame"
              .formatted(index, shown(used), when, shown(fresh)));
    }
  }

  private static String shown(Object example) {
    String text = Arrays.deepToString(new Object[] {example});
    String inner = text.substring(1, text.length() - 1);
    return inner.length() > SHOWN ? inner.substring(0, SHOWN) + "…" : inner;
  }

  private static boolean isImmutable(Object example) {
    return example instanceof String || example instanceof Number || example instanceof Enum<?>;
  }
}
