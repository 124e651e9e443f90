/** What users do not see. */
@NullMarked
package io.perceiver.it.broken.internal.data;

import org.jspecify.annotations.NullMarked;
