package io.perceiver;

import com.google.inject.BindingAnnotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what {@link Extensions} bind, apart from bindings of the application. */
@BindingAnnotation
@Retention(RetentionPolicy.RUNTIME)
@interface Extension {}
