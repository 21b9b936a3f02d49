package org.asyncjava.compiler;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.asyncjava.compiler.symbols.SymbolClasses;
import org.asyncjava.compiler.tree.TreeCheck;
import org.asyncjava.compiler.walk.Finding;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Levels;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.FileRun;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.Workers;
import org.asyncjava.transformer.read.ClassPath;

/**
 * One run of javac, watched from its start to its end.
 *
 * <p>Rules are reported when javac has analysed a class: types are resolved then, and javac writes no class after an error. Classes are
 * transformed when everything has been written: before that, superclasses and nested classes may not be there, and javac does not bear
 * messages while it writes.
 */
final class Compilation implements TaskListener {
    /** A task holds its listeners. Of one that only parses or analyses nobody says that it has ended: it goes when its user lets go of it. */
    private static final Map<JavacTask, WeakReference<Compilation>> RUNNING = new WeakHashMap<>();
    private static final String ABI = "org.asyncjava.runtime.abi.Abi";

    private final JavacTask task;
    private final Trees trees;
    private final TreeCheck check;
    private final GeneratedClasses generated;
    private CompilerOptions options = CompilerOptions.ofPlugin();
    private Optional<Outputs> outputs = Optional.empty();
    private Optional<CompilationUnitTree> unitWithAsync = Optional.empty();
    private boolean failed;

    private Compilation(JavacTask task) {
        this.task = task;
        this.trees = Trees.instance(task);
        this.generated = new GeneratedClasses(task.getElements());
        this.check = new TreeCheck(trees, task.getElements(), task.getTypes());
    }

    /** The one object that watches a compilation, whether it is asked for by a processor, a plugin, or both. */
    static Compilation of(JavacTask task) {
        synchronized (RUNNING) {
            WeakReference<Compilation> known = RUNNING.get(task);
            Compilation compilation = known == null ? null : known.get();
            if (compilation == null) {
                compilation = new Compilation(task);
                task.addTaskListener(compilation);
                RUNNING.put(task, new WeakReference<>(compilation));
            }
            return compilation;
        }
    }

    /**
     * Watches the compilation that a processor takes part in.
     *
     * @throws IllegalArgumentException if the compiler is not javac
     */
    static void watch(ProcessingEnvironment environment, CompilerOptions options, Outputs outputs) {
        of(JavacTask.instance(environment)).configure(options, outputs);
    }

    void configure(CompilerOptions more) {
        options = options.and(more);
        options.output().ifPresent(directory -> outputs = Optional.of(Outputs.at(Path.of(directory), task.getElements())));
    }

    private void configure(CompilerOptions more, Outputs known) {
        options = options.and(more);
        outputs = Optional.of(known);
    }

    @Override
    public void finished(TaskEvent event) {
        switch (event.getKind()) {
            case ANALYZE -> analysed(event);
            case GENERATE -> {
                if (isAboutClass(event)) {
                    generated.add(event);
                }
            }
            case COMPILATION -> ended();
            default -> { }
        }
    }

    /** Events are about classes, but also about packages and modules, some of whose questions javac 17 cannot answer. */
    private static boolean isAboutClass(TaskEvent event) {
        return event.getTypeElement() != null && event.getCompilationUnit() != null && event.getCompilationUnit().getModule() == null;
    }

    private void analysed(TaskEvent event) {
        CompilationUnitTree unit = event.getCompilationUnit();
        if (!isAboutClass(event)) {
            return;
        }
        try {
            check(event, unit);
        } catch (StackOverflowError deep) {
            error("async: this is nested too deeply to be checked: give javac a larger stack, as in -J-Xss64m", unit, unit);
        } catch (RuntimeException defect) {
            error("cannot be checked because of a defect in async-java, please report it: " + defect + " at " + defect.getStackTrace()[0],
                    unit, unit);
        }
    }

    private void check(TaskEvent event, CompilationUnitTree unit) {
        for (Tree declaration : unit.getTypeDecls()) {
            TreePath path = new TreePath(new TreePath(unit), declaration);
            if (event.getTypeElement().equals(trees.getElement(path))) {
                TreeCheck.Checked checked = check.check(path, options.annotations());
                checked.findings().forEach(finding -> report(finding, unit));
                if (checked.async().isPresent() && options.transforms()) {
                    unitWithAsync = Optional.of(unit);
                    objection(event.getTypeElement()).ifPresent(message -> error(message, checked.async().get(), unit));
                }
            }
        }
    }

    private void report(Finding<Tree> finding, CompilationUnitTree unit) {
        Level level = options.levels().of(finding.violation().rule());
        String message = finding.violation().rule().code() + " " + finding.violation().message();
        if (level == Level.ERROR) {
            error(message, finding.at(), unit);
        } else if (level == Level.WARNING) {
            boolean besideAnError = finding.violation().rule() == AwaitRule.REFUSED_BY_COMPILER;
            trees.printMessage(besideAnError ? Diagnostic.Kind.NOTE : Diagnostic.Kind.WARNING, message, finding.at(), unit);
        }
    }

    private void error(String message, Tree at, CompilationUnitTree unit) {
        failed = true;
        trees.printMessage(Diagnostic.Kind.ERROR, message, at, unit);
    }

    /** Why the classes of this compilation cannot be transformed when they have been written. */
    private Optional<String> objection(TypeElement type) {
        ModuleElement module = task.getElements().getModuleOf(type);
        if (module != null && !module.isUnnamed() && task.getElements().getTypeElement(module, ABI) == null) {
            return Optional.of("the module " + module.getQualifiedName() + " contains async methods, but does not read the runtime:"
                    + " add \"requires org.asyncjava.runtime;\" to its module-info.java");
        }
        if (outputs.isEmpty()) {
            return Optional.of("it is not known where classes are written, so async methods cannot be transformed: let javac process"
                    + " annotations with async-compiler on its processor path, or say -Xplugin:\"async output=DIRECTORY\"");
        }
        return outputs.get().areFiles() ? Optional.empty() : Optional.of("the classes are not written to files, so async methods cannot"
                + " be transformed here: use the goal transform of async-maven-plugin or the Java agent,"
                + " and tell the compiler so with -Aasync.transform=off");
    }

    private void ended() {
        synchronized (RUNNING) {
            RUNNING.remove(task);
        }
        if (failed || unitWithAsync.isEmpty() || outputs.isEmpty()) {
            return;
        }
        WrittenClasses written = new WrittenClasses();
        Optional<String> lost = generated.find(outputs.get(), written);
        if (lost.isPresent()) {
            error("the class " + lost.get() + " was not written where it was expected, so async methods cannot be transformed: let"
                    + " -Xplugin:\"async output=DIRECTORY\" name the directory that -d names", unitWithAsync.get(), unitWithAsync.get());
            return;
        }
        transform(written);
    }

    private void transform(WrittenClasses written) {
        SymbolClasses symbols = new SymbolClasses(task.getElements(), task.getTypes());
        TransformerOptions errorsAlone = TransformerOptions.defaults().withLevels(Levels.errorsOnly());
        try (ClassPath classPath = ClassPath.over(written, symbols)) {
            Report report = new FileRun(written.withNested(), classPath, errorsAlone).transform(Workers.perProcessor());
            report.errors().forEach(message -> trees.printMessage(Diagnostic.Kind.ERROR, message, unitWithAsync.get(), unitWithAsync.get()));
            report.warnings().forEach(message -> trees.printMessage(Diagnostic.Kind.WARNING, message, unitWithAsync.get(), unitWithAsync.get()));
        }
    }
}
