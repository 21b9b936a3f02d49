package org.asyncjava.compiler.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassPathEntry;

/**
 * Checks source files before they are compiled, also those that do not compile.
 *
 * @param texts where the text of files comes from; asked on several threads
 * @param classPath classes that the sources use and that are not among them; may be incomplete
 * @param progress told of each file that has been read, by one of the check's own threads at a time
 * @param annotations those that last as long as a call
 */
public record SourceCheck(SourceText.Origin texts, List<ClassPathEntry> classPath, Runnable progress, CallAnnotations annotations) {
    /** Deeply nested expressions need a deep stack: bytes. */
    static final long STACK = 256L << 20;

    /** Makes a check; the list is copied. */
    public SourceCheck {
        classPath = List.copyOf(classPath);
    }

    /**
     * A check of files, whose progress nobody watches.
     *
     * @param encoding of the files
     * @param classPath classes that the sources use and that are not among them; may be incomplete
     */
    public SourceCheck(Charset encoding, List<ClassPathEntry> classPath) {
        this(SourceText.in(encoding), classPath, () -> { }, CallAnnotations.known());
    }

    /**
     * Checks files, which may refer to one another.
     *
     * @param files all of them
     * @return what was found; never throws because of what a file says
     */
    public SourceReport check(Collection<Path> files) {
        return check(files, facts -> files);
    }

    /**
     * Checks some files.
     *
     * @param files all files, which may refer to one another
     * @param choice which of them are checked, when it is known what they declare: the argument is the same as long as what a file can
     *        learn from another one is the same
     * @return what was found; never throws because of what a file says
     */
    public SourceReport check(Collection<Path> files, Function<String, ? extends Collection<Path>> choice) {
        Run run = new Run(choice);
        Thread thread = new Thread(null, () -> run.checkOrTellOfEach(new TreeSet<>(files)), "async-java source check", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join();
            return run.report();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return SourceReport.ofNothing(files, "was not checked: somebody has interrupted the check");
        }
    }

    private final class Run {
        private final Function<String, ? extends Collection<Path>> choice;
        private final Map<Path, List<Violation>> violations = new TreeMap<>();
        private final Map<Path, String> remarks = new TreeMap<>();
        private final Map<Path, SourceFile> parsed = new TreeMap<>();
        private Set<Path> chosen = Set.of();
        private String facts = "";
        private Hierarchy hierarchy;

        Run(Function<String, ? extends Collection<Path>> choice) {
            this.choice = choice;
        }

        /** What keeps the check from its work must not pass for sources that are in order. */
        void checkOrTellOfEach(Set<Path> files) {
            try {
                check(files);
            } catch (StackOverflowError | RuntimeException defect) {
                files.forEach(file -> remarks.putIfAbsent(file, SourceReport.remarkAbout(defect)));
                chosen = files;
            }
        }

        private void check(Set<Path> files) {
            SourceIndex index = new SourceIndex(this::names);
            List<ClassPathEntry> entries = new ArrayList<>(List.of(index));
            entries.addAll(classPath);
            ClassPath classes = ClassPath.over(entries.toArray(ClassPathEntry[]::new));
            hierarchy = new Hierarchy(index, ClassPath.over(classPath.toArray(ClassPathEntry[]::new)), classes);
            SourceReading.of(files, texts, progress, STACK).forEach((file, read) -> {
                read.parsed().ifPresent(known -> parsed.put(file, known));
                read.remark().ifPresent(remark -> remarks.put(file, remark));
            });
            parsed.values().forEach(index::add);
            facts = index.facts();
            chosen = new TreeSet<>(choice.apply(facts));
            remarks.keySet().retainAll(chosen);
            parsed.values().stream().filter(file -> chosen.contains(file.path())).forEach(file -> walk(file, classes));
        }

        private Names names(SourceFile file) {
            return new Names(file, hierarchy::exists);
        }

        private void walk(SourceFile file, ClassPath classes) {
            Names names = names(file);
            SourceCalls calls = new SourceCalls(file, names, hierarchy);
            try {
                violations.put(file.path(), SourceWalk.of(file, calls, classes, annotations).violations());
            } catch (StackOverflowError | RuntimeException defect) {
                remarks.put(file.path(), SourceReport.remarkAbout(defect));
            }
        }

        SourceReport report() {
            return new SourceReport(violations, remarks, chosen, facts);
        }
    }
}
