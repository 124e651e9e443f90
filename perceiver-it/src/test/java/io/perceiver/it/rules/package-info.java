/**
 * The rules of the architecture. Each takes the root package it holds under, so that the same rule
 * judges the project and, in its own test, a small tree of classes that break it.
 */
@NullMarked
package io.perceiver.it.rules;

import org.jspecify.annotations.NullMarked;
