/** Confusion matrices as files: a picture, or a sheet of numbers. */
@NullMarked
package io.perceiver.cli.confusion;

import org.jspecify.annotations.NullMarked;
