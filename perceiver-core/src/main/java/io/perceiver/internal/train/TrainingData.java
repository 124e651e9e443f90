package io.perceiver.internal.train;

import io.perceiver.api.Example;
import io.perceiver.data.BatchMaker;
import java.util.List;

/**
 * What a training learns from.
 *
 * @param train examples to learn from
 * @param validation examples to choose by; may be empty, and the last checkpoint is then the best
 * @param maker turns them into batches
 * @param threads that prepare batches
 */
public record TrainingData(
    List<Example> train, List<Example> validation, BatchMaker maker, int threads) {}
