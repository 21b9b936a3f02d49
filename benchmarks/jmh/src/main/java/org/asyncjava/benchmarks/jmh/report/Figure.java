package org.asyncjava.benchmarks.jmh.report;

import java.util.Locale;
import org.asyncjava.benchmarks.Iterations;
import org.asyncjava.benchmarks.Workload;

/** The names of figures. */
final class Figure {
    static final String LIVE = "live.secondBytes";
    static final String LIVE_FIRST = "live.firstBytes";
    static final String SLEEPS_WALL = "sleeps.wallSeconds";
    static final String SLEEPS_RESIDENT = "sleeps.residentBytes";
    static final String SLEEPS_HEAP = "sleeping.heapBytes";
    static final String ENDURANCE_FIRST = "endurance.firstTenthNs";
    static final String ENDURANCE_REST = "endurance.restNs";

    static final String SHARED_ALONE = "threads.shared.alone.ns";
    static final String SHARED_CROSSED = "threads.shared.crossed.ns";
    static final String SHARED_RACED = "threads.shared.raced.ns";

    static final String TRIPS_ONE = "threads.trips.one.ns";
    static final String TRIPS_MANY = "threads.trips.many.ns";

    static final String HOST_HOP = "hosts.hop.ns";
    static final String HOST_EVENT = "hosts.event.ns";
    static final String FRAMES_ALONE = "hosts.frames.alone";
    static final String FRAMES_BESIDE = "hosts.frames.beside";

    static final String STRAND_BYTES = "strands.bytes";
    static final String STRAND_HOP = "strands.hop.ns";
    static final String STRAND_HOP_PROCESSOR = "strands.hop.processor.ns";

    static final String SCHEDULE = "schedules.schedule.ns";
    static final String SCHEDULE_PROCESSOR = "schedules.schedule.processor.ns";

    private Figure() {
    }

    static String time(Workload workload) {
        return workload + ".ns";
    }

    static String bytes(Workload workload) {
        return workload + ".bytes";
    }

    /** How far the forks were apart: the slowest divided by the fastest. */
    static String spread(Workload workload) {
        return workload + ".spread";
    }

    /** How far the iterations of a fork were apart: the slowest divided by the fastest; of the fork in the middle. */
    static String iterations(Workload workload) {
        return workload + ".iterations";
    }

    /** A quarter of the forks were at least as fast as that. */
    static String fastQuarter(String time) {
        return time + ".fast";
    }

    /** A quarter of the forks were at least as slow as that. */
    static String slowQuarter(String time) {
        return time + ".slow";
    }

    static String distinct(String unit) {
        return "distinct.await." + unit;
    }

    /** Of so many classes that are called by turns. */
    static String classes(Workload workload, int count) {
        return "classes." + workload + "." + count + ".ns";
    }

    /** {@code g1}, {@code parallel}, {@code zgc}, {@code compact}. */
    static String inJvm(String program, Workload workload) {
        return program + "." + workload + ".ns";
    }

    static String growth(Workload workload, String unit) {
        return "growth." + workload + "." + unit;
    }

    static String grown(Workload workload, String unit) {
        return "growth." + workload + ".grown." + unit;
    }

    /** What a scope costs without a loop. */
    static String scope(String what, String unit) {
        return "scopes." + what + "." + unit;
    }

    /** What a lock, semaphore or queue costs. */
    static String synchronisation(String what, String unit) {
        return "synchronisation." + what + "." + unit;
    }

    static String load(String program) {
        return program + ".load";
    }

    static String threads(Workload workload, String count) {
        return "threads." + workload + "." + count + ".ns";
    }

    /** {@code short.ns}: of an element of short iterations; {@code long.ns}: of a long one; {@code bytes}: its own; {@code iteration.bytes}. */
    static String elements(Iterations.Source source, String what) {
        return "elements." + source.name().toLowerCase(Locale.ROOT) + "." + what;
    }
}
