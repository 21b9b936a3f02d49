/**
 * What is allowed around an await, stated once for every place that looks: bytecode, source check, compiler.
 *
 * <p>A rule ({@link org.asyncjava.rules.AwaitRule}) is its code, its wording and a decision over facts. The facts
 * ({@link org.asyncjava.rules.AwaitSite}, {@link org.asyncjava.rules.MethodShape}) are collected by whoever reads a class file or a
 * syntax tree; this package depends on nothing but the JDK and knows neither.
 */
package org.asyncjava.rules;
