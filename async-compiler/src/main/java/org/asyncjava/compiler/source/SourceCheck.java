package org.asyncjava.compiler.source;

import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassPathEntry;

/**
 * Checks source files before they are compiled, also those that do not compile.
 *
 * @param encoding of the files
 * @param classPath classes that the sources use and that are not among them; may be incomplete
 */
public record SourceCheck(Charset encoding, List<ClassPathEntry> classPath) {
    /** Deeply nested expressions need a deep stack: bytes. */
    private static final long STACK = 256L << 20;

    /** Makes a check; the list is copied. */
    public SourceCheck {
        classPath = List.copyOf(classPath);
    }

    /**
     * Checks files.
     *
     * @param context files that the checked ones may refer to; those to be checked may be among them
     * @param files the files to be checked
     * @return what was found; never throws because of what a file says
     */
    public SourceReport check(Collection<Path> context, Collection<Path> files) {
        Run run = new Run(files);
        Thread thread = new Thread(null, () -> run.check(context), "async-java source check", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return run.report();
    }

    private final class Run {
        private final Collection<Path> wanted;
        private final SourceReader reader = new SourceReader(encoding);
        private final Map<Path, List<Violation>> violations = new TreeMap<>();
        private final Map<Path, String> unread = new TreeMap<>();
        private final Map<Path, SourceFile> parsed = new TreeMap<>();
        private Hierarchy hierarchy;

        Run(Collection<Path> wanted) {
            this.wanted = wanted;
        }

        void check(Collection<Path> context) {
            SourceIndex index = new SourceIndex(this::names);
            List<ClassPathEntry> entries = new ArrayList<>(List.of(index));
            entries.addAll(classPath);
            ClassPath classes = ClassPath.over(entries.toArray(ClassPathEntry[]::new));
            hierarchy = new Hierarchy(index, ClassPath.over(classPath.toArray(ClassPathEntry[]::new)), classes);
            TreeMap<Path, Boolean> all = new TreeMap<>();
            context.forEach(file -> all.put(file, true));
            wanted.forEach(file -> all.put(file, true));
            all.keySet().forEach(this::parse);
            parsed.values().forEach(index::add);
            wanted.stream().map(parsed::get).filter(file -> file != null).forEach(file -> walk(file, classes));
        }

        private void parse(Path path) {
            try {
                String text = reader.text(path);
                if (SourceReader.concernsAsync(text)) {
                    Optional<CompilationUnit> unit = reader.parse(text);
                    unit.ifPresentOrElse(known -> parsed.put(path, new SourceFile(path, known)),
                            () -> unread.put(path, "is no Java that can be read; it is not checked"));
                }
            } catch (IOException unreadable) {
                unread.put(path, "cannot be read: " + unreadable);
            } catch (StackOverflowError deep) {
                unread.put(path, "is nested too deeply; it is not checked before it is compiled");
            } catch (RuntimeException defect) {
                unread.put(path, "cannot be parsed: " + defect);
            }
        }

        private Names names(SourceFile file) {
            return new Names(file, hierarchy::exists);
        }

        private void walk(SourceFile file, ClassPath classes) {
            Names names = names(file);
            Calls calls = new Calls(file, names, hierarchy);
            LambdaTargets lambdas = new LambdaTargets(names, calls, hierarchy, classes);
            try {
                violations.put(file.path(), new SourceWalk(file, names, calls, lambdas, new Shapes(file, names, classes)).violations());
            } catch (StackOverflowError deep) {
                unread.put(file.path(), "is nested too deeply; it is not checked before it is compiled");
            } catch (RuntimeException defect) {
                unread.put(file.path(), "cannot be checked because of a defect in async-java, please report it: " + defect
                        + " at " + defect.getStackTrace()[0]);
            }
        }

        SourceReport report() {
            return new SourceReport(violations, unread, wanted.size(), parsed.size());
        }
    }
}
