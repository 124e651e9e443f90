package io.perceiver.it.broken.nn;

import io.perceiver.it.broken.train.Loop;

record UsesTraining(Loop loop) {}
