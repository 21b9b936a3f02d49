package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Compilation;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Program;
import org.asyncjava.it.harness.Verification;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types that the program uses and that are not on the transformer's class path. */
@DisplayName("HARD_CASES 12: missing types")
class MissingTypesTest {
    private static final String SOURCE = """
            package targets;

            import static org.asyncjava.Await.await;

            import org.asyncjava.Async;
            import org.asyncjava.it.harness.Env;
            import org.asyncjava.runtime.Coroutine;

            public class Using {
                @Async
                public static Coroutine<String> run(Env env) {
                    Absent absent = new Absent(await(env.async("made")));
                    Absent.Part part = absent.part;
                    Absent[] all = {absent, null};
                    await(env.async(1));
                    String text = absent.text + part.number + all[0].text.concat(await(env.async("!")));
                    try {
                        absent.check(await(env.async(2)));
                    } catch (Absent.Refused refused) {
                        await(env.async(3));
                        text += refused.getMessage();
                    }
                    for (int i = 0; i < 2; i++) {
                        Absent either = i == 0 ? absent : new Absent(text);
                        await(env.async(4));
                        text += either.text;
                    }
                    return Coroutine.of(text);
                }
            }
            """;
    private static final String ABSENT = """
            package targets;

            public class Absent {
                final String text;
                final Part part = new Part();

                Absent(String text) {
                    this.text = text;
                }

                void check(int number) throws Refused {
                    throw new Refused("refused " + number);
                }

                static class Part {
                    int number = 5;
                }

                static class Refused extends Exception {
                    Refused(String message) {
                        super(message);
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void localsOfATypeThatIsNotOnTheClassPathLiveAcrossAwaits(Flavour flavour) throws IOException {
        Compilation.run(Map.of("targets/Using.java", flavour.of(SOURCE), "targets/Absent.java", ABSENT), Dialect.of(17, "-g"), directory);
        Map<String, byte[]> compiled = Build.classesIn(directory);
        for (String name : List.of("Absent", "Absent$Part", "Absent$Refused")) {
            Files.delete(directory.resolve("targets/" + name + ".class"));
        }
        Map<String, byte[]> transformed = new LinkedHashMap<>(compiled);
        transformed.putAll(transformed(compiled.get("targets.Using")));
        Verification.of(transformed);
        assertThat(new Program(new Build(compiled, transformed, 1), "targets.Using").differences()).isEmpty();
    }

    private Map<String, byte[]> transformed(byte[] classFile) {
        List<Path> entries = new ArrayList<>(Build.classPath());
        entries.add(directory);
        try (ClassPath classPath = ClassPath.of(entries)) {
            Transformed result = new AsyncTransformer(classPath, TransformerOptions.defaults()).transform(classFile);
            Map<String, byte[]> classes = new LinkedHashMap<>(Map.of("targets.Using", result.classFile()));
            result.machines().forEach((name, bytes) -> classes.put(name.replace('/', '.'), bytes));
            return classes;
        }
    }
}
