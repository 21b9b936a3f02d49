package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Program;
import org.asyncjava.transformer.read.TransformationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods at the limits of the class file format. */
@DisplayName("HARD_CASES 14, 50: large methods")
class LargeMethodsTest {
    @ParameterizedTest
    @EnumSource(Flavour.class)
    void moreLocalsThanACallHasArguments(Flavour flavour) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 140; i++) {
            body.append("long wide").append(i).append(" = ").append(i).append("L << 30;\n");
            body.append("int narrow").append(i).append(" = ").append(i).append(";\n");
        }
        body.append("long sum = await(env.async(1L));\n");
        for (int i = 0; i < 140; i++) {
            body.append("sum += wide").append(i).append(" * narrow").append(i).append(";\nnarrow").append(i).append("++;\n");
        }
        body.append("sum += await(env.async(1)) + narrow0 + narrow139;\nreturn Coroutine.of(sum);");
        assertThat(program(flavour, body).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void moreStackValuesThanACallHasArguments(Flavour flavour) {
        StringBuilder body = new StringBuilder("long base = await(env.async(1L));\nlong sum = ");
        for (int i = 0; i < 150; i++) {
            body.append("base * ").append(i + 1).append("L + (");
        }
        body.append("await(env.async(2L))").append(")".repeat(150)).append(";\nreturn Coroutine.of(sum);");
        assertThat(program(flavour, body).differences()).isEmpty();
    }

    /** 255 slots, with {@code this}: a body with all of them would have no room for the machine. */
    @ParameterizedTest
    @ValueSource(strings = {"static Coroutine<Long> wide(Env env, ", "Coroutine<Long> wide(Large this, Env env, "})
    void asManyParametersAsAMethodCanHave(String head) {
        int count = head.contains("this") ? 253 : 254;
        String parameters = joined(count, "int p%d");
        String call = (head.contains("this") ? "new Large()." : "") + "wide(env, " + joined(count, "%d") + ")";
        String body = "return Coroutine.of(await(" + call + "));\n}\n@Async\n" + head + parameters + ") {\nlong sum = p0 + await(env.async(1));\n"
                + "sum += p" + (count - 1) + " * await(env.async(p7));\nreturn Coroutine.of(sum + p9 + p" + (count - 1) + ");";
        for (Flavour flavour : Flavour.values()) {
            assertThat(program(flavour, new StringBuilder(body)).differences()).isEmpty();
        }
    }

    private static String joined(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void moreThan255Awaits(Flavour flavour) {
        StringBuilder body = new StringBuilder("long sum = 0;\n");
        for (int i = 0; i < 300; i++) {
            body.append("sum = sum * 3 + await(env.async(").append(i).append("));\n");
        }
        body.append("return Coroutine.of(sum);");
        assertThat(program(flavour, body).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void switchesWhosePaddingMoves(Flavour flavour) {
        StringBuilder body = new StringBuilder("int sum = 0;\n");
        for (int i = 0; i < 8; i++) {
            body.append("sum++;\nswitch (await(env.async(sum))) { case 1: sum += 2; break; case 100000: sum = await(env.async(9)); break;")
                    .append(" case 3: sum += await(env.async(").append(i).append(")); default: sum += 5; }\n")
                    .append("switch (sum & 3) { case 0: sum += await(env.async(2)); case 1: sum++; case 2: sum = -sum; case 3: sum--; }\n");
        }
        body.append("return Coroutine.of((long) sum);");
        assertThat(program(flavour, body).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void jumpsOverMoreThan32Kilobytes(Flavour flavour) {
        StringBuilder body = new StringBuilder("long sum = 0;\nfor (int i = 0; i < 2; i++) {\nsum += await(env.async(i));\n");
        for (int i = 0; i < 2500; i++) {
            body.append("sum = sum * 31 + i ^ ").append(i * 1_000_003L).append("L;\n");
        }
        body.append("sum += await(env.async(i));\nif (sum == 0) { continue; }\n}\nreturn Coroutine.of(sum);");
        assertThat(program(flavour, body).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void aMethodThatWouldGrowPast64KilobytesIsRefusedByName(Flavour flavour) {
        StringBuilder body = new StringBuilder("long sum = 0;\n");
        for (int i = 0; i < 2500; i++) {
            body.append("sum += await(env.async(1));\n");
        }
        body.append("return Coroutine.of(sum);");
        assertThatThrownBy(() -> program(flavour, body))
                .isInstanceOf(TransformationException.class)
                .hasMessageContaining("Large").hasMessageContaining("run").hasMessageContaining("65535");
    }

    private static Program program(Flavour flavour, CharSequence body) {
        String source = """
                import static org.asyncjava.Await.await;
                import org.asyncjava.Async;
                import org.asyncjava.it.harness.Env;
                import org.asyncjava.runtime.Coroutine;
                public class Large {
                    @Async
                    public static Coroutine<Long> run(Env env) {
                """ + body + "\n}\n}\n";
        return new Program(Build.of(Map.of("Large.java", flavour.of(source)), Dialect.of(17, "-g")), "Large");
    }
}
