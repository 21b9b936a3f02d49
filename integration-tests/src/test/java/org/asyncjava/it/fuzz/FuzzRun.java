package org.asyncjava.it.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.read.TransformationException;

/** Gives mutants to a transformer and writes down what it should not have done. */
final class FuzzRun {
    /** A sound class of the corpus takes less than a hundredth. */
    private static final long MOST_BYTES = 64L << 20;
    /** A mutant takes milliseconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final AsyncTransformer transformer;
    private final Linking linking;
    private final Watchdog watchdog = new Watchdog(PATIENCE);
    private final List<String> defects = Collections.synchronizedList(new ArrayList<>());
    private final Map<Ending, Integer> endings = Collections.synchronizedMap(new EnumMap<>(Ending.class));

    /** How the transformation of a mutant can end well. */
    enum Ending {
        /** With a message. */
        REFUSED,
        /** With violations of the rules. */
        BREAKS_RULES,
        /** There was nothing to do. */
        UNCHANGED,
        /** With classes that the JVM links. */
        TRANSFORMED,
        /** With classes that the JVM links no more than it did the mutant. */
        AS_BROKEN_AS_BEFORE
    }

    /**
     * Makes a run.
     *
     * @param transformer under test
     * @param linking has the JVM judge
     */
    FuzzRun(AsyncTransformer transformer, Linking linking) {
        this.transformer = transformer;
        this.linking = linking;
    }

    /**
     * Tries one mutant.
     *
     * @param mutant given to the transformer
     */
    void run(Mutant mutant) {
        watchdog.stuck(() -> transform(mutant)).ifPresent(place -> defects.add(mutant + " is never done with, it is at" + place));
    }

    private void transform(Mutant mutant) {
        byte[] given = mutant.classFile().clone();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            Transformed result = transformer.transform(given);
            judge(mutant, result);
        } catch (TransformationException refusal) {
            count(Ending.REFUSED);
            if (refusal.getMessage().contains("defect in async-java")) {
                defects.add(mutant + " is refused with \"" + refusal.getMessage() + "\"" + place(refusal.getCause()));
            }
        } catch (RuntimeException | Error wrong) {
            defects.add(mutant + " makes it throw " + wrong + " at " + place(wrong));
        }
        if (THREADS.getCurrentThreadAllocatedBytes() - before > MOST_BYTES) {
            defects.add(mutant + " takes " + (THREADS.getCurrentThreadAllocatedBytes() - before >> 20) + " MB");
        }
        if (!Arrays.equals(given, mutant.classFile())) {
            defects.add(mutant + " was written to");
        }
    }

    private void judge(Mutant mutant, Transformed result) {
        if (result.methods() == 0) {
            count(result.violations().isEmpty() ? Ending.UNCHANGED : Ending.BREAKS_RULES);
            return;
        }
        Optional<LinkageError> refusal = linking.refusal(result.classFile(), result.machines());
        if (refusal.isEmpty()) {
            count(Ending.TRANSFORMED);
        } else if (linking.refusal(mutant.classFile(), Map.of()).isPresent()) {
            count(Ending.AS_BROKEN_AS_BEFORE);
        } else {
            defects.add(mutant + " links before and not after: " + refusal.get());
        }
    }

    private void count(Ending ending) {
        endings.merge(ending, 1, Integer::sum);
    }

    private static String place(Throwable thrown) {
        return Watchdog.place(thrown.getStackTrace());
    }

    /** What went wrong, each with the seed of the mutant. */
    List<String> defects() {
        return defects;
    }

    /** How often each good end was reached. */
    Map<Ending, Integer> endings() {
        return endings;
    }
}
