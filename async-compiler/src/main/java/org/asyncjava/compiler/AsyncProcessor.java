package org.asyncjava.compiler;

import com.sun.source.util.JavacTask;
import java.util.Set;
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
 * <p>It processes no annotations, but listens to the compilation that it is part of.
 */
@SupportedAnnotationTypes("*")
public final class AsyncProcessor extends AbstractProcessor {
    private Outputs outputs;

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
        outputs = Outputs.of(environment.getFiler(), environment.getElementUtils());
        Compilation.of(JavacTask.instance(environment)).configure(options, outputs);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            outputs.look(root);
        }
        return false;
    }
}
