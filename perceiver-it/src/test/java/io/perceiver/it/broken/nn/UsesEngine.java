package io.perceiver.it.broken.nn;

import ai.djl.pytorch.engine.PtNDArray;

record UsesEngine(PtNDArray array) {}
