package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * The parts of one modality.
 *
 * <p>A modality of recordings up to a number of samples:
 *
 * <pre>{@code
 * Modality<short[]> heartbeats(int samples) {
 *   return new Modality<>(
 *       new EcgReader(),
 *       Augmentation.none(),
 *       new EcgTokenizer(samples),
 *       FourierFeatures.of(64),
 *       InputAdapter.identity());
 * }
 * }</pre>
 *
 * @param reader a source → one raw example
 * @param augmentation random changes in training; {@link Augmentation#none()} for none
 * @param tokenizer one raw example → the elements of its byte array
 * @param positionEncoding the encoding used unless the configuration's {@code position} section
 *     replaces it
 * @param inputAdapter learned layers before the trunk; {@link InputAdapter#identity()} for none
 * @param <T> one raw example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Modality<T>(
    ExampleReader<T> reader,
    Augmentation<T, ?> augmentation,
    Tokenizer<T> tokenizer,
    PositionEncoding positionEncoding,
    InputAdapter inputAdapter) {}
