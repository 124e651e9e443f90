package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * The parts of one modality.
 *
 * <p>A modality of plain numbers:
 *
 * <pre>{@code
 * static Modality<float[]> series(ExampleReader<float[]> reader, Tokenizer<float[]> tokenizer) {
 *   return new Modality<>(
 *       reader, Augmentation.none(), tokenizer, FourierFeatures.of(8, 64), InputAdapter.identity());
 * }
 * }</pre>
 *
 * @param reader a source → one raw example
 * @param augmentation random changes in training; {@link Augmentation#none()} for none
 * @param tokenizer one raw example → the elements of its byte array
 * @param positionEncoding the encoding used unless the configuration's {@code position} section
 *     replaces it
 * @param inputAdapter what is learned before the trunk sees the elements; {@link
 *     InputAdapter#identity()} for nothing
 * @param <T> one raw example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Modality<T>(
    ExampleReader<T> reader,
    Augmentation<T, ?> augmentation,
    Tokenizer<T> tokenizer,
    PositionEncoding positionEncoding,
    InputAdapter inputAdapter) {}
