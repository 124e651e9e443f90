/** Tests of confusion matrices as files. */
@NullMarked
package io.perceiver.cli.confusion;

import org.jspecify.annotations.NullMarked;
