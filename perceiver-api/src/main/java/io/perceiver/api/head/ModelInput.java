package io.perceiver.api.head;

import ai.djl.nn.Block;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PositionEncoding;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One input of a model, with the Blocks that a head can borrow. The head calls them, but they are
 * listed, saved and counted under the input. The gradients of both uses add up.
 *
 * @param spec the elements as the tokenizer writes them
 * @param adapted the elements after the input adapter
 * @param positionEncoding the encoding whose channels are appended to every element
 * @param channels of an encoded element: content and position channels
 * @param adapter learned layers before the positions are appended, such as an embedding or a
 *     convolutional stem: content (batch, index, channel) as in {@code spec} → as in {@code
 *     adapted}; empty for none
 * @param positions the position encoding's Block: (batch, index, axis) → (batch, index, channel);
 *     empty if there are no position channels
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModelInput(
    ByteArraySpec spec,
    ByteArraySpec adapted,
    PositionEncoding positionEncoding,
    int channels,
    Optional<Block> adapter,
    Optional<Block> positions) {}
