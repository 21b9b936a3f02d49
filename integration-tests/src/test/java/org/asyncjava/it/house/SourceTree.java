package org.asyncjava.it.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project's main sources, parsed. */
final class SourceTree {
    private static final List<String> MODULES = List.of("async-annotations", "async-runtime", "async-transformer", "async-compiler",
            "async-maven-plugin", "async-junit", "async-lsp", "adapters/async-blockhound", "editors/eclipse");

    private SourceTree() {
    }

    /**
     * A file or a method.
     *
     * @param name what it is, for messages
     * @param lines lines that are neither blank nor comment
     * @param parameters of a method, 0 if it overrides another; 0 for a file
     */
    record Unit(String name, int lines, int parameters) {
    }

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> paths = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                paths.filter(path -> path.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    static List<Unit> fileUnits() throws IOException {
        List<Unit> units = new ArrayList<>();
        for (Path file : files()) {
            units.add(new Unit(file.toString(), codeLines(Files.readString(file)), 0));
        }
        return units;
    }

    static List<Unit> methodUnits() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Unit> units = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                new Methods(file, positions, units).scan(file, null);
            }
        }
        return units;
    }

    /** Counts lines that are neither blank nor comment; text blocks and strings with comment marks are not used in this project. */
    static int codeLines(String source) {
        String code = source.replaceAll("(?s)/\\*.*?\\*/", "");
        return (int) code.lines().map(line -> line.replaceAll("//.*", "").strip()).filter(line -> !line.isEmpty()).count();
    }

    private static final class Methods extends TreeScanner<Void, Void> {
        private final CompilationUnitTree file;
        private final SourcePositions positions;
        private final List<Unit> units;
        private String className = "";

        Methods(CompilationUnitTree file, SourcePositions positions, List<Unit> units) {
            this.file = file;
            this.positions = positions;
            this.units = units;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            String outer = className;
            className = type.getSimpleName().toString();
            super.visitClass(type, unused);
            className = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            if (method.getBody() != null && positions.getStartPosition(file, method.getBody()) >= 0) {
                units.add(new Unit(className + "." + method.getName(), bodyLines(method), ownParameters(method)));
            }
            return super.visitMethod(method, unused);
        }

        /** Who overrides a method did not choose its parameters; if it is one of ours, they are counted there. */
        private static int ownParameters(MethodTree method) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
            return overrides ? 0 : method.getParameters().size();
        }

        private int bodyLines(MethodTree method) {
            try {
                String source = file.getSourceFile().getCharContent(true).toString();
                int start = (int) positions.getStartPosition(file, method.getBody());
                int end = (int) positions.getEndPosition(file, method.getBody());
                return Math.max(0, codeLines(source.substring(start, end)) - 2);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
