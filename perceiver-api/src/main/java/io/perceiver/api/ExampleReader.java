package io.perceiver.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;

/**
 * Turns the bytes of a source into one raw example. Thread-safe. It must survive any input: what it
 * allocates is bounded by what the source holds or by the modality's configuration, never by what a
 * header merely claims.
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
   * @throws IOException if the bytes cannot be had
   */
  T read(ExampleSource source) throws IOException;

  /**
   * Opens a source that holds many records.
   *
   * @throws UnreadableExampleException if the bytes are not such a file, or the modality knows none
   * @throws IOException if the bytes cannot be had
   */
  default RecordFile<T> openRecords(ExampleSource source) throws IOException {
    throw new UnreadableExampleException(
        source.name(), "this modality knows no file of many records; drop the '#record' part");
  }

  /**
   * Returns what makes raw examples of decoded values, for programs that have a value rather than
   * bytes. List the raw example's own class too, if it can be made by others.
   *
   * @return nothing, the default, for a modality that reads bytes only; the first whose class fits
   *     is used
   */
  default List<ValueReader<?, T>> values() {
    return List.of();
  }

  /**
   * Looks at the start of a source without reading it, so that a data set's broken files are found
   * before training begins. It refuses only what {@link #read} or {@link #openRecords} would surely
   * refuse too: a foreign format, or a header that says that the source cannot be used.
   *
   * @param source for its name and size; its bytes need not be opened
   * @param head the first {@link FileKind#HEAD_BYTES} bytes, or all of a shorter source
   * @throws UnreadableExampleException if the source is not readable; says why
   * @throws IOException if the size cannot be found out
   */
  default void checkHead(ExampleSource source, byte[] head) throws IOException {}

  /**
   * Whether a source is a file of many records, to be opened by {@link #openRecords}, by its first
   * bytes.
   *
   * @param source for its name
   * @param head the first {@link FileKind#HEAD_BYTES} bytes, or all of a shorter source
   * @return false, the default, for a modality that knows no such file
   */
  default boolean holdsRecords(ExampleSource source, byte[] head) {
    return false;
  }

  /**
   * Describes what a source holds as it is stored: its format, sizes, lengths and channels. May
   * decode it.
   *
   * @return empty, the default, if the modality has nothing to tell
   * @throws UnreadableExampleException if the bytes are not a readable example; says why
   * @throws IOException if the source cannot be read
   */
  default Optional<SourceDescription> describe(ExampleSource source) throws IOException {
    return Optional.empty();
  }

  /**
   * Memory that an example takes once it is read, in bytes. Examples that tell it may be kept in
   * memory and used again in later epochs, by several threads at once, so that none needs to be
   * decoded twice: tell it only where neither reader, augmentation nor tokenizer changes an example
   * that was read.
   *
   * @return empty, the default, for an example that is read anew whenever it is augmented
   */
  default OptionalLong memoryBytes(T example) {
    return OptionalLong.empty();
  }
}
