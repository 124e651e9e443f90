/**
 * What a bench found, as data, and how it becomes files: one JSON document for programs, one
 * Markdown page with pictures for people, both saying on what machine and how it was measured.
 */
@NullMarked
package io.perceiver.bench.report;

import org.jspecify.annotations.NullMarked;
