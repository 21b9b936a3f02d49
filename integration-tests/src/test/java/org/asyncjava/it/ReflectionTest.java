package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.it.harness.Targets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reflection sees the user's methods as they were written, and can tell the additions. */
@DisplayName("HARD_CASES 53, 54: reflection")
class ReflectionTest {
    private Class<?> before;
    private Class<?> after;

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void theUsersMethodIsAsItWas(Flavour flavour) throws Exception {
        load(flavour);
        Method written = method(before);
        Method transformed = method(after);
        assertThat(transformed.toGenericString()).isEqualTo(written.toGenericString());
        assertThat(transformed.getModifiers()).isEqualTo(written.getModifiers());
        assertThat(texts(transformed.getAnnotations())).isEqualTo(texts(written.getAnnotations())).hasSize(2);
        assertThat(texts(transformed.getParameterAnnotations()[0])).isEqualTo(texts(written.getParameterAnnotations()[0])).hasSize(1);
        assertThat(Arrays.toString(transformed.getParameters())).isEqualTo(Arrays.toString(written.getParameters())).contains("second");
        assertThat(transformed.getParameters()[1].getModifiers()).isEqualTo(Modifier.FINAL);
        assertThat(transformed.getAnnotatedReturnType()).hasToString(written.getAnnotatedReturnType().toString());
        assertThat(transformed.getAnnotatedReturnType().getAnnotations()).hasSize(1);
        assertThat(transformed.getAnnotatedParameterTypes()[1]).hasToString(written.getAnnotatedParameterTypes()[1].toString());
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void theAdditionBeginsWithItsMachineAndCarriesNoCopiedAnnotations(Flavour flavour) throws Exception {
        load(flavour);
        List<Method> additions = Stream.of(after.getDeclaredMethods())
                .filter(method -> method.getName().equals("described") && method.getParameterCount() != 3)
                .toList();
        assertThat(additions).hasSize(1);
        Method body = additions.get(0);
        Class<?> machine = body.getParameterTypes()[0];
        assertThat(machine.isSynthetic()).isTrue();
        assertThat(machine.getName()).startsWith(after.getName() + "$");
        assertThat(Modifier.isPrivate(body.getModifiers())).isTrue();
        assertThat(body.isSynthetic()).isFalse();
        assertThat(body.getAnnotations()).isEmpty();
        assertThat(Stream.of(body.getParameterAnnotations()).flatMap(Stream::of)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void nothingElseIsAdded(Flavour flavour) throws Exception {
        load(flavour);
        assertThat(after.getMethods()).hasSameSizeAs(before.getMethods());
        assertThat(after.getDeclaredMethods()).hasSize(before.getDeclaredMethods().length + 1);
        assertThat(after.getDeclaredFields()).hasSameSizeAs(before.getDeclaredFields());
        assertThat(after.getDeclaredClasses()).hasSameSizeAs(before.getDeclaredClasses());
        assertThat(after.getDeclaredConstructors()).hasSameSizeAs(before.getDeclaredConstructors());
    }

    private void load(Flavour flavour) throws ClassNotFoundException {
        Build build = Targets.in("reflection").build(flavour, Dialect.of(17, "-g", "-parameters"));
        before = ProgramLoader.of(build.compiled()).loadClass("reflection.Described");
        after = ProgramLoader.of(build.transformed()).loadClass("reflection.Described");
    }

    private static Method method(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("described") && method.getParameterCount() == 3)
                .findFirst().orElseThrow();
    }

    private static List<String> texts(Annotation[] annotations) {
        return Stream.of(annotations).map(Annotation::toString).toList();
    }
}
