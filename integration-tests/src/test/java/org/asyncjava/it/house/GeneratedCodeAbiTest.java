package org.asyncjava.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.runtime.abi.Abi;
import org.asyncjava.runtime.abi.Cold;
import org.asyncjava.runtime.abi.Failures;
import org.asyncjava.runtime.abi.Hot;
import org.junit.jupiter.api.Test;

/** The runtime has exactly the methods that the transformer's {@code RuntimeAbi} spells. */
class GeneratedCodeAbiTest {
    private static final Path ABI = Path.of("..", "async-transformer", "src", "test", "goldens", "abi.txt");

    @Test
    void theTwoSidesAgree() throws IOException {
        List<String> offered = Stream.of(Abi.class, Cold.class, Hot.class, Failures.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(GeneratedCodeAbiTest::text).sorted().toList();
        assertThat(offered).containsAll(Files.readAllLines(ABI));
    }

    private static String text(Method method) {
        String descriptor = MethodType.methodType(method.getReturnType(), method.getParameterTypes()).toMethodDescriptorString();
        return method.getDeclaringClass().getName().replace('.', '/') + "." + method.getName() + descriptor;
    }
}
