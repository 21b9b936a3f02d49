package org.asyncjava.compiler;

import com.sun.source.util.TaskEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * The classes that a compilation has generated code for. Where they were written is asked at the end: most compilations have nothing to
 * transform, and need not ask.
 */
final class GeneratedClasses {
    private final Elements elements;
    private final List<Generated> classes = new ArrayList<>();

    GeneratedClasses(Elements elements) {
        this.elements = elements;
    }

    /** Not the whole event: it would keep the trees of the class, which the compiler is done with. */
    private record Generated(TypeElement type, JavaFileObject source) {
    }

    void add(TaskEvent event) {
        classes.add(new Generated(event.getTypeElement(), event.getSourceFile()));
    }

    /**
     * Looks for their files.
     *
     * @param written receives those that are there
     * @return the name of one that is not; empty if all are there
     */
    Optional<String> find(Outputs outputs, WrittenClasses written) {
        Optional<String> lost = Optional.empty();
        for (Generated generated : classes) {
            ModuleElement module = elements.getModuleOf(generated.type());
            String name = elements.getBinaryName(generated.type()).toString();
            Optional<Path> file = outputs.classFile(module == null || module.isUnnamed() ? "" : module.getQualifiedName().toString(), name,
                    generated.source() == null ? null : generated.source().toUri());
            file.ifPresent(found -> written.add(name, found));
            if (file.isEmpty()) {
                lost = Optional.of(name);
            }
        }
        return lost;
    }
}
