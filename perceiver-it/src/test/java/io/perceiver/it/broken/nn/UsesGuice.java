package io.perceiver.it.broken.nn;

import com.google.inject.AbstractModule;

final class UsesGuice extends AbstractModule {}
