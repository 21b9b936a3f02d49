package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.asyncjava.rules.Levels;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.read.FileFailure;
import org.asyncjava.transformer.read.TransformationException;

/**
 * What class files are to become; nothing is written yet.
 *
 * @param outcomes for the classes that matter any further, in the order of their files
 * @param problems what could not be processed
 */
record Batch(List<TransformedFile> outcomes, List<Problem> problems) {
    /** Reads and transforms class files; the spool takes what is to be written, and is closed by the caller when that has been done. */
    static Batch of(List<ClassSource> files, AsyncTransformer transformer, Workers workers, Spool spool, TakenNames.Classes classes) {
        List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
        List<TransformedFile> outcomes = new ArrayList<>();
        for (TransformedFile outcome : workers.forEach(files, new Reading(transformer, spool, StaleMachines.areNamedIn(files), problems))) {
            if (outcome != null) {
                outcomes.add(outcome);
            }
        }
        problems.addAll(TakenNames.refuse(outcomes, classes));
        return new Batch(outcomes, problems);
    }

    /** Makes of a class file what it is to become; null if nothing depends on that any further. */
    private record Reading(AsyncTransformer transformer, Spool spool, boolean besideMachines, List<Problem> problems)
            implements Function<ClassSource, TransformedFile> {
        @Override
        public TransformedFile apply(ClassSource source) {
            try {
                ClassFile file = source.read();
                Transformed result = transformer.transform(file.bytes(), source.name());
                for (String machine : result.machines().keySet()) {
                    source.location().sibling(machine);
                }
                TransformedFile outcome = TransformedFile.of(file, result, spool);
                return outcome.matters() || besideMachines && outcome.mattersBesideMachines() ? outcome : null;
            } catch (TransformationException refused) {
                problems.add(new Problem(source.location(), refused.getMessage()));
            } catch (InvalidPathException impossible) {
                problems.add(new Problem(source.location(), "cannot be transformed: no file can be named as one of its state machines, "
                        + impossible.getMessage()));
            } catch (IOException unreadable) {
                problems.add(new Problem(source.location(), "cannot be read: " + FileFailure.text(unreadable)));
            }
            return null;
        }
    }

    void add(Batch other) {
        outcomes.addAll(other.outcomes);
        problems.addAll(other.problems);
    }

    ClassFindings findings(Levels levels) {
        List<Located> violations = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (TransformedFile outcome : outcomes) {
            violations.addAll(outcome.violations());
            remarks.addAll(outcome.remarks());
        }
        return new ClassFindings(violations, levels, remarks);
    }

    boolean hasErrors(Levels levels) {
        return !problems.isEmpty() || !findings(levels).errors().isEmpty();
    }
}
