package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
        Predicate<TransformedFile> matters = files.stream().map(ClassSource::location).anyMatch(StaleMachines::isNamedAsMachine)
                ? TransformedFile::mattersBesideMachines : TransformedFile::matters;
        workers.forEach(files, file -> outcome(file, transformer, problems, spool).filter(matters))
                .forEach(outcome -> outcome.ifPresent(outcomes::add));
        problems.addAll(TakenNames.refuse(outcomes, classes));
        return new Batch(outcomes, problems);
    }

    private static Optional<TransformedFile> outcome(ClassSource source, AsyncTransformer transformer, List<Problem> problems, Spool spool) {
        try {
            ClassFile file = source.read();
            Transformed result = transformer.transform(file.bytes());
            result.machines().keySet().forEach(source.location()::sibling);
            return Optional.of(TransformedFile.of(file, result, spool));
        } catch (TransformationException refused) {
            problems.add(new Problem(source.location(), refused.getMessage()));
        } catch (InvalidPathException impossible) {
            problems.add(new Problem(source.location(), "cannot be transformed: no file can be named as one of its state machines, "
                    + impossible.getMessage()));
        } catch (IOException unreadable) {
            problems.add(new Problem(source.location(), "cannot be read: " + FileFailure.text(unreadable)));
        }
        return Optional.empty();
    }

    void add(Batch other) {
        outcomes.addAll(other.outcomes);
        problems.addAll(other.problems);
    }

    ClassFindings findings(Levels levels) {
        return new ClassFindings(outcomes.stream().flatMap(TransformedFile::violations).toList(), levels, outcomes.stream().flatMap(TransformedFile::remarks).toList());
    }

    boolean hasErrors(Levels levels) {
        return !problems.isEmpty() || !findings(levels).errors().isEmpty();
    }
}
