package io.perceiver.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A decoded value in place of bytes: a {@code BufferedImage}, a sound, points, or another type that
 * a modality's reader lists as {@link ExampleReader#values}. The value is not copied and must not
 * change. Two sources are equal if they hold the same object.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ValueSource implements ExampleSource {
  private final String name;
  private final Object value;

  /**
   * Creates a source.
   *
   * @param name the name that messages show
   */
  public ValueSource(String name, Object value) {
    this.name = name;
    this.value = value;
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns the value. */
  public Object value() {
    return value;
  }

  /**
   * Says why a reader does not take this value.
   *
   * @return what was given and what fits; empty if the reader takes it
   */
  public Optional<String> mismatch(ExampleReader<?> reader) {
    return reader.values().stream().anyMatch(each -> each.type().isInstance(value))
        ? Optional.empty()
        : Optional.of(
            "a value of %s is not allowed; allowed: %s"
                .formatted(value.getClass().getTypeName(), allowed(reader)));
  }

  private static String allowed(ExampleReader<?> reader) {
    String types =
        reader.values().stream()
            .map(each -> each.type().getTypeName())
            .collect(Collectors.joining(", "));
    return types.isEmpty()
        ? "bytes or a file, as this modality reads no decoded values"
        : types + ", or bytes or a file";
  }

  /**
   * Makes a raw example from the value.
   *
   * @throws PerceiverException if the reader takes no such values
   * @throws UnreadableExampleException if the value does not fit the reader's configuration
   */
  public <T> T readBy(ExampleReader<T> reader) throws IOException {
    for (ValueReader<?, T> each : reader.values()) {
      if (each.type().isInstance(value)) {
        return each.read(name, value);
      }
    }
    throw new PerceiverException(name + ": " + mismatch(reader).orElseThrow());
  }

  /** Returns 0: a value has no bytes. */
  @Override
  public long size() {
    return 0;
  }

  @Override
  public InputStream open() throws IOException {
    throw noBytes();
  }

  @Override
  public SeekableByteChannel openChannel() throws IOException {
    throw noBytes();
  }

  private UnreadableExampleException noBytes() {
    return new UnreadableExampleException(
        name, "is a decoded value of " + value.getClass().getTypeName() + ", which has no bytes");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueSource that && value == that.value;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(value);
  }

  @Override
  public String toString() {
    return name;
  }
}
