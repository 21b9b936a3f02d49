package org.asyncjava.benchmarks.jmh.programs;

import java.util.Map;

/**
 * What a program found out about a contender.
 *
 * @param program which
 * @param contender who
 * @param figures by name; empty if it failed
 * @param failure why there are no figures, or empty
 * @param date the day on which it did; null where that is the day of all
 */
public record ProgramResult(String program, String contender, Map<String, Double> figures, String failure, String date) {
}
