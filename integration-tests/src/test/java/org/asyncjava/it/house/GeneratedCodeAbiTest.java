package org.asyncjava.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the runtime offers to generated code, and asks of it, is what {@code goldens/abi.txt} of the transformer lists, with which the transformer's
 * own names are compared: the types of package {@code abi} and what they inherit, what can be called, and what a machine can override.
 */
class GeneratedCodeAbiTest {
    private static final String PACKAGE = "org.asyncjava.runtime.abi";
    private static final Path CLASSES = Path.of("..", "async-runtime", "target", "classes", "org", "asyncjava", "runtime", "abi");

    @Test
    void theRuntimeIsWhatTheListSays() throws Exception {
        Set<String> lines = new TreeSet<>();
        for (Class<?> type : types()) {
            lines.add(header(type));
            Arrays.stream(type.getDeclaredConstructors()).filter(made -> isOf(type, made)).forEach(made -> lines.add(text(made, "<init>", void.class)));
            Arrays.stream(type.getDeclaredMethods()).filter(method -> isOf(type, method))
                    .forEach(method -> lines.add(text(method, method.getName(), method.getReturnType())));
            Arrays.stream(type.getDeclaredFields()).filter(field -> isVisible(field)).forEach(field -> lines.add(text(field)));
        }
        CheckedInText.of(Path.of("..", "async-transformer", "src", "test", "goldens", "abi.txt")).assertIs(String.join("\n", lines) + "\n");
        assertThat(lines).isNotEmpty();
    }

    /** The types of the package and all that they inherit from the runtime. */
    private static Set<Class<?>> types() throws IOException, ClassNotFoundException {
        Deque<Class<?>> open = new ArrayDeque<>();
        try (Stream<Path> files = Files.list(CLASSES)) {
            List<String> names = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".class") && !name.contains("-"))
                    .map(name -> name.replace(".class", "")).toList();
            for (String name : names) {
                open.add(Class.forName(PACKAGE + "." + name));
            }
        }
        Set<Class<?>> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            if (type.getName().startsWith("org.asyncjava.runtime.") && found.add(type)) {
                supertypes(type).forEach(open::add);
            }
        }
        return found;
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
    }

    private static String header(Class<?> type) {
        String above = supertypes(type).filter(other -> other != Object.class).map(GeneratedCodeAbiTest::name).collect(Collectors.joining(" "));
        return "type " + name(type) + (above.isEmpty() ? "" : " is " + above);
    }

    /** What can be called from anywhere, or overridden: of what a type inherits from outside of the package the latter alone. */
    private static boolean isOf(Class<?> type, Executable member) {
        if (!isVisible(member)) {
            return false;
        }
        boolean isAbi = type.getPackageName().equals(PACKAGE);
        return member instanceof Method method ? isAbi || !Modifier.isFinal(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) : isAbi;
    }

    private static boolean isVisible(Member member) {
        return !member.isSynthetic() && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static String text(Executable member, String name, Class<?> result) {
        String descriptor = MethodType.methodType(result, member.getParameterTypes()).toMethodDescriptorString();
        return kind(member) + name(member.getDeclaringClass()) + "." + name + descriptor;
    }

    private static String text(Field field) {
        return kind(field) + name(field.getDeclaringClass()) + "." + field.getName() + " " + field.getType().descriptorString();
    }

    private static String kind(Member member) {
        return Modifier.isStatic(member.getModifiers()) ? "static " : Modifier.isProtected(member.getModifiers()) ? "protected " : "public ";
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
