/** Tests of arguments and printed predictions. */
@NullMarked
package io.perceiver.cli.predict;

import org.jspecify.annotations.NullMarked;
