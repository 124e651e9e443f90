package io.perceiver.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the contract must find in a broken plugin. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Breaks {

  /** The clause it is made to break. */
  String value();

  /** Clauses that cannot hold without it; why is said where it stands. */
  String[] andSo() default {};
}
