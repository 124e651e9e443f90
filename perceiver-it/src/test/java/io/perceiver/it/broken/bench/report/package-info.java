@NullMarked
package io.perceiver.it.broken.bench.report;

import org.jspecify.annotations.NullMarked;
