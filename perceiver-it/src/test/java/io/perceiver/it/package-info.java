/**
 * Tests of the project as a whole: the rules every module keeps, and the distribution as a user
 * gets it.
 */
@NullMarked
package io.perceiver.it;

import org.jspecify.annotations.NullMarked;
