package io.perceiver.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;

/**
 * Turns the bytes of a source into one raw example. A reader must be thread-safe and survive any
 * input. The memory it allocates is bounded by what the source holds or by the modality's
 * configuration, never by what a header merely claims.
 *
 * <p>A reader of 16-bit samples without a header:
 *
 * <pre>{@code
 * final class EcgReader implements ExampleReader<short[]> {
 *   public short[] read(ExampleSource source) throws IOException {
 *     try (InputStream in = source.open()) {
 *       byte[] bytes = in.readAllBytes();
 *       if (bytes.length == 0 || bytes.length % Short.BYTES != 0) {
 *         throw new UnreadableExampleException(
 *             source.name(), bytes.length + " bytes are not a row of 16-bit samples");
 *       }
 *       short[] samples = new short[bytes.length / Short.BYTES];
 *       ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
 *       return samples;
 *     }
 *   }
 * }
 * }</pre>
 *
 * @param <T> one raw example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ExampleReader<T> {

  /**
   * Reads a source that is one example.
   *
   * @throws UnreadableExampleException if the bytes are not a readable example; says why
   * @throws IOException if the source cannot be read
   */
  T read(ExampleSource source) throws IOException;

  /**
   * Opens a source that holds many records.
   *
   * @throws UnreadableExampleException if the bytes are not such a file, or the modality has no
   *     such files
   * @throws IOException if the source cannot be read
   */
  default RecordFile<T> openRecords(ExampleSource source) throws IOException {
    throw new UnreadableExampleException(
        source.name(), "this modality knows no file of many records; drop the '#record' part");
  }

  /**
   * Returns the readers of decoded values, for programs that have a value rather than bytes. If
   * callers can create the raw example's own class, list it too.
   *
   * @return an empty list, the default, if the modality reads only bytes; the first reader whose
   *     class fits is used
   */
  default List<ValueReader<?, T>> values() {
    return List.of();
  }

  /**
   * Looks at the start of a source without reading it, so that a data set's broken files are found
   * before training begins. It refuses only what {@link #read} or {@link #openRecords} would
   * certainly refuse too: a foreign format, or a header that says that the source cannot be used.
   *
   * @param source for its name and size; its bytes need not be opened
   * @param head the first {@link FileKind#HEAD_BYTES} bytes, or all of a shorter source
   * @throws UnreadableExampleException if the source is not readable; says why
   * @throws IOException if the size cannot be found out
   */
  default void checkHead(ExampleSource source, byte[] head) throws IOException {}

  /**
   * Returns whether a source is a file of many records, to be opened by {@link #openRecords},
   * judging by its first bytes.
   *
   * @param source for its name
   * @param head the first {@link FileKind#HEAD_BYTES} bytes, or all of a shorter source
   * @return false, the default, for a modality that has no such files
   */
  default boolean holdsRecords(ExampleSource source, byte[] head) {
    return false;
  }

  /**
   * Describes the contents of a source as stored: its format, sizes, lengths and channels. It can
   * decode the source to do so.
   *
   * @return empty, the default, if the modality has nothing to tell
   * @throws UnreadableExampleException if the bytes are not a readable example; says why
   * @throws IOException if the source cannot be read
   */
  default Optional<SourceDescription> describe(ExampleSource source) throws IOException {
    return Optional.empty();
  }

  /**
   * Returns the memory that an example takes once it is read, in bytes. If it is stated, the
   * example can be kept in memory and reused in later epochs, by several threads at once, so that
   * it is not decoded twice. State it only if neither reader, augmentation nor tokenizer modifies
   * an example.
   *
   * @return empty, the default, if the example must be read again whenever it is augmented
   */
  default OptionalLong memoryBytes(T example) {
    return OptionalLong.empty();
  }
}
