package org.asyncjava.compiler;

import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * The plugin as an annotation processor: found by javac on its processor path, with nothing to configure. Options are given with
 * {@code -A}, as in {@code -Aasync.AJ103=error} and {@code -Aasync.transform=off}.
 *
 * <p>It processes no annotations, but listens to the compilation that it is part of. In other compilers, such as Eclipse's, it checks the
 * sources.
 */
@SupportedAnnotationTypes("*")
public final class AsyncProcessor extends AbstractProcessor {
    /** What is done with each class that is compiled, and when all of them are known. */
    private Consumer<Element> look = root -> { };
    private Runnable end = () -> { };

    /** Made by the compiler. */
    public AsyncProcessor() {
    }

    @Override
    public Set<String> getSupportedOptions() {
        return CompilerOptions.names();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        CompilerOptions options = CompilerOptions.ofProcessor(environment.getOptions());
        options.objections().forEach(objection -> environment.getMessager().printMessage(Diagnostic.Kind.WARNING, "async: " + objection));
        try {
            Outputs outputs = Outputs.of(environment.getFiler(), environment.getElementUtils());
            Compilation.watch(environment, options, outputs);
            look = outputs::look;
        } catch (IllegalArgumentException | LinkageError notJavac) {
            OtherCompiler compiler = new OtherCompiler(environment, options);
            look = compiler::look;
            end = compiler::check;
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getRootElements().forEach(look);
        if (round.processingOver()) {
            end.run();
        }
        return false;
    }
}
