package io.perceiver.it.broken.unmarked;

record InUnmarkedPackage(int value) {}
