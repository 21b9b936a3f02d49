package org.asyncjava.it.house;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asyncjava.runtime.abi.Transformed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What programs can use of a module is what {@code docs/api} lists: a change of it is seen in the list's difference, not by the program that no
 * longer compiles. Signatures are as the source has them, but for the names of parameters.
 */
class PublicApiTest {
    @ParameterizedTest
    @ValueSource(strings = {"async-annotations", "async-runtime", "async-junit"})
    void theApiIsWhatTheListSays(String module) throws Exception {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : publicTypes(Path.of("..", module, "target", "classes"))) {
            lines.add(header(type));
            new TreeSet<>(members(type)).forEach(member -> lines.add("    " + member));
        }
        CheckedInText.of(Path.of("..", "docs", "api", module + ".txt")).assertIs(String.join("\n", lines) + "\n");
    }

    private static List<Class<?>> publicTypes(Path classes) throws IOException, ClassNotFoundException {
        List<String> names;
        try (Stream<Path> files = Files.walk(classes)) {
            names = files.map(file -> classes.relativize(file).toString()).filter(file -> file.endsWith(".class") && !file.contains("-"))
                    .filter(file -> !file.startsWith("META")).map(file -> file.replace(".class", "").replace('/', '.').replace('\\', '.')).sorted().toList();
        }
        List<Class<?>> types = new ArrayList<>();
        ClassLoader known = PublicApiTest.class.getClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, known)) { // async-junit is not on the class path
            for (String name : names) {
                Class<?> type = Class.forName(name, false, loader);
                if (isPublic(type)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static String header(Class<?> type) {
        String kind = type.isAnnotation() ? "@interface" : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        int implied = type.isInterface() ? Modifier.ABSTRACT | Modifier.STATIC : type.isEnum() || type.isRecord() ? Modifier.FINAL | Modifier.STATIC : 0;
        String modifiers = Modifier.toString(type.getModifiers() & ~implied & Modifier.classModifiers());
        List<String> above = new ArrayList<>();
        if (type.getGenericSuperclass() != null && type.getSuperclass() != Object.class) {
            above.add(publicSupertype(type.getSuperclass(), type.getGenericSuperclass()));
        }
        for (int i = 0; i < type.getInterfaces().length; i++) {
            above.add(publicSupertype(type.getInterfaces()[i], type.getGenericInterfaces()[i]));
        }
        above.removeIf(String::isEmpty);
        return annotations(type) + modifiers + (type.isSealed() ? " sealed " : " ") + kind + " " + type.getName() + variables(type.getTypeParameters())
                + (above.isEmpty() ? "" : " : " + String.join(", ", above));
    }

    private static String publicSupertype(Class<?> type, Type generic) {
        return Modifier.isPublic(type.getModifiers()) ? name(generic) : "";
    }

    private static Collection<String> members(Class<?> type) {
        List<String> members = new ArrayList<>();
        for (Constructor<?> made : type.getDeclaredConstructors()) {
            if (isOpen(made.getModifiers()) && !made.isSynthetic()) {
                members.add(modifiers(made) + spaced(variables(made.getTypeParameters())) + " new(" + parameters(made) + ")" + thrown(made));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isOpen(method.getModifiers()) && !method.isSynthetic()) {
                members.add(annotations(method) + modifiers(method) + (method.isDefault() ? " default" : "") + spaced(variables(method.getTypeParameters())) + " "
                        + nullable(method.getAnnotatedReturnType()) + name(method.getGenericReturnType()) + " " + method.getName() + "(" + parameters(method) + ")" + thrown(method));
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (isOpen(field.getModifiers()) && !field.isSynthetic()) {
                members.add(Modifier.toString(field.getModifiers()) + " " + name(field.getGenericType()) + " " + field.getName());
            }
        }
        return members;
    }

    private static boolean isOpen(int modifiers) {
        return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static String modifiers(Executable member) {
        int kept = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;
        return Modifier.toString(member.getModifiers() & kept);
    }

    private static String parameters(Executable member) {
        List<String> types = IntStream.range(0, member.getParameterCount())
                .mapToObj(i -> nullable(member.getAnnotatedParameterTypes()[i]) + name(member.getGenericParameterTypes()[i])).collect(Collectors.toCollection(ArrayList::new));
        if (member.isVarArgs()) {
            types.set(types.size() - 1, types.get(types.size() - 1).replaceFirst("\\[\\]$", "..."));
        }
        return String.join(", ", types);
    }

    private static String thrown(Executable member) {
        Type[] thrown = member.getGenericExceptionTypes();
        return thrown.length == 0 ? "" : " throws " + Arrays.stream(thrown).map(PublicApiTest::name).collect(Collectors.joining(", "));
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0 ? "" : Arrays.stream(variables).map(PublicApiTest::variable).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String spaced(String text) {
        return text.isEmpty() ? "" : " " + text;
    }

    private static String variable(TypeVariable<?> variable) {
        String bounds = Arrays.stream(variable.getAnnotatedBounds()).map(bound -> nullable(bound) + name(bound.getType()))
                .filter(bound -> !bound.equals("Object")).collect(Collectors.joining(" & "));
        return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    /** Those that are seen at run time, but for the mark of what has been transformed. */
    private static String annotations(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations()).filter(annotation -> !(annotation instanceof Transformed)).map(annotation -> "@" + annotation.annotationType().getSimpleName() + " ").sorted()
                .collect(Collectors.joining());
    }

    private static String nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "").replace('$', '.');
    }
}
