package org.asyncjava.compiler.fix;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.asyncjava.compiler.source.CheckedSource;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Violation;

/** What can be done about broken rules without understanding the program. */
public final class Fixes {
    /** So many times a text is mended in one go. */
    private static final int MOST = 1000;

    static final Map<AwaitRule, List<Mend>> MENDS = mends();

    private Fixes() {
    }

    private static Map<AwaitRule, List<Mend>> mends() {
        Map<AwaitRule, List<Mend>> mends = new EnumMap<>(AwaitRule.class);
        mends.put(AwaitRule.AWAIT_OUTSIDE_ASYNC, List.of(AsyncMethod::of, EntryPoint::of));
        mends.put(AwaitRule.OUTSIDE_ASYNC, List.of(AsyncMethod::of, EntryPoint::of));
        mends.put(AwaitRule.ASYNC_RESULT_NOT_ASYNC, List.of(AsyncMethod::ofMarked, Unmarked::ofTwo));
        mends.put(AwaitRule.ASYNC_WITHOUT_BODY, List.of(Unmarked::ofNoBody));
        mends.put(AwaitRule.ASYNC_WITHOUT_AWAIT, List.of(Unmarked::ofNothingToAwait));
        mends.put(AwaitRule.RESULT_DROPPED, List.of(Dropped::of));
        mends.put(AwaitRule.BLOCKING_CALL, List.of(Blocking::of));
        mends.put(AwaitRule.CANCELLATION_SWALLOWED, List.of(Rethrown::of));
        mends.put(AwaitRule.RETURNED_BEFORE_DONE, List.of(Results::ofCalls));
        mends.put(AwaitRule.NULL_RETURNED, List.of(Results::ofNull));
        mends.put(AwaitRule.AWAIT_IN_PLAIN_LAMBDA, List.of(WrittenLoop::of));
        mends.put(AwaitRule.EMIT_OUTSIDE_GENERATOR, List.of(GeneratorMark::ofUnmarked));
        mends.put(AwaitRule.IN_PLAIN_GENERATOR, List.of(GeneratorMark::ofWaiting));
        mends.put(AwaitRule.TEST_NOT_RUN, List.of(TestResult::of));
        mends.put(AwaitRule.COROUTINE_USED_AGAIN, List.of(Declared::asTask));
        mends.put(AwaitRule.RESOURCE_NOT_CLOSED, List.of(Declared::asWhatItIs));
        mends.put(AwaitRule.REFUSED_BY_COMPILER, List.of(Refused::of));
        return mends;
    }

    /**
     * The fixes for a report. Each has been tried: after it the source is no less Java than before, has fewer faults of this rule, and no more errors.
     *
     * @param source where it was found
     * @param violation one of those that were found there
     * @return the one to choose first; none if there is none, or the violation is not of this source. Never throws because of what a source says
     */
    public static List<Fix> of(CheckedSource source, Violation violation) {
        try {
            return offered(source, violation, fix -> true);
        } catch (RuntimeException | StackOverflowError beyond) {
            return List.of();
        }
    }

    /** The same, for those who want some of them, or to see defects. */
    static List<Fix> offered(CheckedSource source, Violation violation, Predicate<Fix> isWanted) {
        Optional<Place> place = Place.of(source, violation);
        return MENDS.getOrDefault(violation.rule(), List.of()).stream().flatMap(mend -> place.stream().flatMap(known -> mend.of(known).stream()))
                .filter(isWanted).filter(fix -> mends(fix, source, violation)).toList();
    }

    private static boolean mends(Fix fix, CheckedSource source, Violation violation) {
        Optional<CheckedSource> after = source.with(fix.applied(source.text()));
        return after.filter(mended -> mended.flaws() <= source.flaws() && count(mended, violation.rule()) < count(source, violation.rule())
                && errors(mended) <= errors(source) - (isError(violation) ? 1 : 0)).isPresent();
    }

    private static long count(CheckedSource source, AwaitRule rule) {
        return source.violations().stream().filter(violation -> violation.rule() == rule).count();
    }

    private static long errors(CheckedSource source) {
        return source.violations().stream().filter(Fixes::isError).count();
    }

    /** What compilers refuse is one, too. */
    private static boolean isError(Violation violation) {
        return violation.rule().level() == Level.ERROR || violation.rule() == AwaitRule.REFUSED_BY_COMPILER;
    }

    /**
     * Mends all that can be mended without looking: by fixes that are {@link Fix.Kind#SAFE}, one after the other.
     *
     * @param source a source
     * @return its text when nothing is left of that kind; the same text if there was nothing. Never throws because of what a source says
     */
    public static String all(CheckedSource source) {
        CheckedSource mended = source;
        for (int count = 0; count < MOST; count++) {
            Optional<CheckedSource> next = next(mended);
            if (next.isEmpty()) {
                return mended.text();
            }
            mended = next.get();
        }
        return mended.text();
    }

    private static Optional<CheckedSource> next(CheckedSource source) {
        try {
            return source.violations().stream().flatMap(violation -> offered(source, violation, fix -> fix.kind() == Fix.Kind.SAFE).stream())
                    .findFirst().flatMap(fix -> source.with(fix.applied(source.text())));
        } catch (RuntimeException | StackOverflowError beyond) {
            return Optional.empty();
        }
    }
}
