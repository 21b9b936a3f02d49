/**
 * Runs one program in several ways and compares what it prints.
 *
 * <p>A program is ordinary Java source with an entry {@code static Coroutine<?> run(Env env)}. It takes its operands from
 * {@link org.asyncjava.it.harness.Env} and logs what it does there. {@link org.asyncjava.it.harness.Build} compiles it, transforms
 * and verifies the classes; {@link org.asyncjava.it.harness.Way} says how it runs; {@link org.asyncjava.it.harness.Performance} is
 * one run.
 */
package org.asyncjava.it.harness;
