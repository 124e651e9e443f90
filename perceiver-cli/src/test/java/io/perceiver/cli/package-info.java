/** Tests of the command line that need no engine. */
@NullMarked
package io.perceiver.cli;

import org.jspecify.annotations.NullMarked;
