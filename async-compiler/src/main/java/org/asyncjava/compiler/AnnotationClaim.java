package org.asyncjava.compiler;

import com.sun.source.util.JavacTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims annotations, so that javac does not warn of annotations that no processor claimed ({@code -Xlint:processing}, which {@code -Werror}
 * makes an error). javac says that only because there is a processor, which is often this one alone.
 *
 * <p>A processor that comes later does not get what was claimed; and when nothing is left, javac does not ask those any more that want all
 * annotations. So all annotations are claimed if no other processor was found, ours if none that comes later wants all, and else none. For that
 * this processor has to be one of those that javac finds by itself; whoever names processors names this one last, if at all.
 */
public final class AnnotationClaim extends AbstractProcessor {
    private static final String ALL = "*";
    private static final String OURS = "org.asyncjava.*";

    private boolean isJavac;

    /** Made by the compiler. */
    public AnnotationClaim() {
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        try {
            isJavac = JavacTask.instance(environment) != null;
        } catch (IllegalArgumentException | LinkageError otherCompiler) {
            isJavac = false;
        }
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return isJavac ? found().map(AnnotationClaim::claim).orElse(Set.of()) : Set.of();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return true;
    }

    /** The processors that javac finds, in its order; empty if one of them cannot be told. */
    private static Optional<List<Class<? extends Processor>>> found() {
        List<Class<? extends Processor>> types = new ArrayList<>();
        try {
            ServiceLoader.load(Processor.class, AnnotationClaim.class.getClassLoader()).stream().forEach(provider -> types.add(provider.type()));
            return Optional.of(types);
        } catch (ServiceConfigurationError | LinkageError broken) {
            return Optional.empty();
        }
    }

    private static Set<String> claim(List<Class<? extends Processor>> found) {
        List<Class<? extends Processor>> others = found.stream().filter(type -> type != AnnotationClaim.class && type != AsyncProcessor.class).toList();
        if (others.isEmpty()) {
            return Set.of(ALL);
        }
        List<Class<? extends Processor>> later = found.subList(found.indexOf(AnnotationClaim.class) + 1, found.size());
        return later.stream().anyMatch(AnnotationClaim::wantsAll) ? Set.of() : Set.of(OURS);
    }

    /** One that does not declare what it wants can want anything. */
    private static boolean wantsAll(Class<? extends Processor> type) {
        SupportedAnnotationTypes wanted = type.getAnnotation(SupportedAnnotationTypes.class);
        return wanted == null || Arrays.asList(wanted.value()).contains(ALL);
    }
}
