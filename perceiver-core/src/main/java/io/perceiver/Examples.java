package io.perceiver;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileSource;
import io.perceiver.api.MemorySource;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.ValueSource;
import io.perceiver.internal.data.Splits;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Makes examples of what an application has: files, bytes, or values that are decoded already.
 *
 * <pre>{@code
 * Example example =
 *     Examples.named("cat-1")
 *         .split("train")
 *         .column("label", "cat")
 *         .value("image", picture)
 *         .file("sound", Path.of("cat-1.wav"))
 *         .made();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Examples {

  private Examples() {}

  /**
   * Begins an example of the split {@code train}.
   *
   * @param id a stable name, unique among the examples it is used with: the random draws of its
   *     augmentation follow from it
   */
  public static Builder named(String id) {
    return new Builder(id);
  }

  /** An example in the making. Used by one thread. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public static final class Builder {
    private final String id;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, SourceRecord> sources = new LinkedHashMap<>();
    private String split = Splits.TRAIN;

    private Builder(String id) {
      this.id = id;
    }

    /** Puts it into a split: {@code train}, {@code validation}, {@code test} or any other. */
    public Builder split(String name) {
      split = name;
      return this;
    }

    /** Sets a column, such as the label that a head learns. */
    public Builder column(String name, String text) {
      columns.put(name, text);
      return this;
    }

    /** Adds a file of a modality. */
    public Builder file(String modality, Path file) {
      return source(modality, FileSource.of(file));
    }

    /** Adds the bytes of what could be a file of a modality; they are not copied. */
    public Builder bytes(String modality, byte[] bytes) {
      return source(modality, new MemorySource(nameOf(modality), bytes));
    }

    /**
     * Adds a decoded value of a modality, such as a {@code BufferedImage}. It is not copied and
     * must not change.
     */
    public Builder value(String modality, Object value) {
      return source(modality, new ValueSource(nameOf(modality), value));
    }

    /**
     * Adds a source of a modality.
     *
     * @throws PerceiverException if the modality has one already
     */
    public Builder source(String modality, ExampleSource source) {
      if (sources.putIfAbsent(modality, SourceRecord.whole(source)) != null) {
        throw new PerceiverException(
            "example '%s' has two sources of modality '%s'; one is allowed"
                .formatted(id, modality));
      }
      return this;
    }

    private String nameOf(String modality) {
      return id + " (" + modality + ")";
    }

    /** Returns the example. */
    public Example made() {
      return new Example(id, split, columns, sources);
    }
  }
}
