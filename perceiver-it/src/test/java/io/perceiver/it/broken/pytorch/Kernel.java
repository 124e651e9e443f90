package io.perceiver.it.broken.pytorch;

import ai.djl.pytorch.engine.PtNDArray;

record Kernel(PtNDArray array) {}
