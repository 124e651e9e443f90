package io.perceiver.it.broken.train;

record LoopHelper(int step) {}
