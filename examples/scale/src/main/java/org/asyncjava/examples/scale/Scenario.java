package org.asyncjava.examples.scale;

import java.util.function.IntFunction;

import org.asyncjava.runtime.Coroutine;

/**
 * Something that is done with many elements.
 *
 * @param name what is printed
 * @param few how many at first; ten times as many afterwards
 * @param program makes the program for a number of elements; it results in that number
 */
record Scenario(String name, int few, IntFunction<Coroutine<Integer>> program) {
}
