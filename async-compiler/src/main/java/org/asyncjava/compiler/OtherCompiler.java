package org.asyncjava.compiler;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.compiler.source.SourceReport;
import org.asyncjava.compiler.source.SourceText;
import org.asyncjava.compiler.symbols.CompiledTypes;
import org.asyncjava.compiler.symbols.SymbolClasses;
import org.asyncjava.rules.Findings;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Violation;

/**
 * A compiler without {@code com.sun.source}, such as Eclipse's: its source files are checked as they are, with its symbols for what they
 * refer to. Nothing is transformed.
 *
 * <p>Such a compiler takes messages about declarations alone. If it is Eclipse's, they are put to their places all the same; in any other
 * one a message is put to the method, and begins with its own position.
 */
final class OtherCompiler {
    private final ProcessingEnvironment environment;
    private final CompilerOptions options;
    /** Of this compilation: Eclipse goes on with other files in the same processor, and of those before has let go. */
    private CompiledTypes compiled = new CompiledTypes();
    private final Map<Path, TypeElement> sources = new LinkedHashMap<>();

    OtherCompiler(ProcessingEnvironment environment, CompilerOptions options) {
        this.environment = environment;
        this.options = options;
    }

    /** Notes a class and its source file. */
    void look(Element root) {
        if (root instanceof TypeElement type) {
            compiled.add(type);
            sourceOf(type).ifPresent(file -> sources.putIfAbsent(file, type));
        }
    }

    /** {@code Elements.getFileObjectOf} is in the JDK from 18 on. Before that Eclipse's elements are asked, whose class is public. */
    private Optional<Path> sourceOf(TypeElement type) {
        return fileObjectOf(type).or(() -> call(type, "getFileName")).map(Object::toString)
                .filter(name -> name.endsWith(".java")).map(Path::of);
    }

    private Optional<Object> fileObjectOf(TypeElement type) {
        try {
            Object file = Elements.class.getMethod("getFileObjectOf", Element.class).invoke(environment.getElementUtils(), type);
            return file instanceof FileObject source ? Optional.of(source.getName()) : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Object> call(Object target, String method) {
        try {
            return Optional.ofNullable(target.getClass().getMethod(method).invoke(target));
        } catch (ReflectiveOperationException | LinkageError | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    /** Checks the files noted so far. */
    void check() {
        SymbolClasses symbols = new SymbolClasses(environment.getElementUtils(), environment.getTypeUtils(), compiled);
        Map<Path, SourceText> texts = new HashMap<>();
        sources.forEach((file, type) -> text(type).ifPresent(text -> texts.put(file, new SourceText(text, Optional.empty()))));
        SourceText.Origin files = SourceText.in(StandardCharsets.UTF_8);
        SourceText.Origin origin = file -> texts.containsKey(file) ? texts.get(file) : files.read(file);
        SourceReport report = new SourceCheck(origin, List.of(symbols), () -> { }, options.annotations()).check(sources.keySet());
        report.violations().forEach((file, violations) -> Findings.of(violations, options.levels()).violations()
                .forEach(violation -> report(violation, sources.get(file))));
        report.remarks().forEach((file, remark) -> environment.getMessager().printMessage(Diagnostic.Kind.WARNING,
                "async: " + file + " " + remark, sources.get(file)));
        sources.clear();
        compiled = new CompiledTypes();
    }

    /** The text as the compiler has read it, in its encoding. */
    private Optional<String> text(TypeElement type) {
        return declarations(type).map(EclipseDeclaration::of).flatMap(Optional::stream).map(EclipseDeclaration::text).findFirst();
    }

    private void report(Violation violation, TypeElement outermost) {
        Diagnostic.Kind kind = options.levels().of(violation.rule()) == Level.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
        for (Element element : declarations(declaration(violation, outermost)).toList()) {
            Optional<EclipseDeclaration> declaration = EclipseDeclaration.of(element);
            if (declaration.isPresent()) {
                declaration.get().during(Word.of(violation.position(), declaration.get().text()), () ->
                        environment.getMessager().printMessage(kind, violation.rule().code() + " " + violation.message(), element));
                return;
            }
        }
        environment.getMessager().printMessage(kind, violation.text(), declaration(violation, outermost));
    }

    /** A declaration and, should the compiler not tell its place, those in it. */
    private static Stream<Element> declarations(Element declaration) {
        return Stream.concat(Stream.of(declaration), declaration.getEnclosedElements().stream());
    }

    private Element declaration(Violation violation, TypeElement outermost) {
        TypeElement type = compiled.find(violation.className());
        TypeElement owner = type == null ? outermost : type;
        return owner.getEnclosedElements().stream().filter(member -> member.getSimpleName().contentEquals(violation.method()))
                .map(Element.class::cast).findFirst().orElse(owner);
    }
}
