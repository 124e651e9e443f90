package io.perceiver.api.head;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apiguardian.api.API;

/** The target of an output: where it is, its shape and type, and how it is read. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Target {

  /**
   * One id for each example, such as a class, read from its row.
   *
   * @param columns names of the columns that are read
   * @param reader reads them
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  record Id(Set<String> columns, IdReader reader) implements Target {

    /** Copies the names. */
    public Id {
      columns = Set.copyOf(columns);
    }
  }

  /**
   * A fixed count of numbers for each example, read from its row.
   *
   * @param columns names of the columns that are read
   * @param size how many numbers, at least 1
   * @param reader reads them
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  record Numbers(Set<String> columns, int size, NumbersReader reader) implements Target {

    /**
     * Checks the size and copies the names.
     *
     * @throws InvalidSpecException if the size is not at least 1
     */
    public Numbers {
      columns = Set.copyOf(columns);
      Problems problems = new Problems("target");
      problems.check(size >= 1, "size", size, "at least 1");
      problems.throwIfAny();
    }
  }

  /**
   * The elements of one of the model's modalities, input or output, as its reader and tokenizer
   * produce them: before dropout hides the modality and before elements are hidden. Examples can
   * have different numbers of elements; batches are padded and masked like inputs.
   *
   * @param modality the model's name for it
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  record Elements(String modality) implements Target {}

  /** Reads an id from a row. It must be thread-safe. */
  @FunctionalInterface
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  interface IdReader {

    /**
     * Reads the id.
     *
     * @param row the example's columns, by name
     * @return empty if the row has no target for this output
     * @throws PerceiverException if the row's value is not allowed; says what is
     */
    OptionalInt read(Map<String, String> row);
  }

  /** Reads numbers from a row. It must be thread-safe. */
  @FunctionalInterface
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  interface NumbersReader {

    /**
     * Reads the numbers.
     *
     * @param row the example's columns, by name
     * @param target receives as many numbers as {@link Numbers#size} says, all of them finite
     * @return false, with nothing written, if the row has no target for this output
     * @throws PerceiverException if the row's value is not allowed; says what is
     */
    boolean read(Map<String, String> row, FloatBuffer target);
  }
}
