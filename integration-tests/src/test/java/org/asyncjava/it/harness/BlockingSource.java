package org.asyncjava.it.harness;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a program's blocking reference: its loops over {@code each(source)} are try-with-resources around an iterator, its generators
 * are {@link BlockingGenerator}s. Lines keep their numbers.
 *
 * <pre>
 *   for (T x : each(source)) { body }                 ->  try (var x$ = opened(source)) { for (; x$.advance();) { T x = x$.current(); body } }
 *   {@literal @}Async AsyncIterable&lt;T> f(int n) { body }      ->  AsyncIterable&lt;T> f(int n) { return asyncIterable(() -> f$body(n)); } Object f$body(int n) { body }
 *   n -> { // emits AsyncIterable                     ->  n -> asyncIterable(() -> {
 *   catch (Throwable e) { body }                      ->  catch (Throwable e) { passOn(e); body }
 * </pre>
 */
final class BlockingSource {
    private static final String GENERATORS = "org.asyncjava.it.harness.BlockingGenerator.";
    private static final Pattern EACH = Pattern.compile("(?:\\b(\\w+):\\s*)?\\bfor \\(([^;:]+?) (\\w+) : each\\((.*)\\)\\) \\{");
    private static final Pattern METHOD = Pattern.compile(
            "@(?:Async|Generator)\\s+((?:\\w+ |<\\w+> )*)(AsyncIterable|AsyncIterator|Iterable|Iterator|Stream)(<.*?>) (\\w+)\\((.*)\\) \\{");
    private static final Pattern LAMBDA = Pattern.compile("-> \\{ // emits (\\w+)");
    private static final Pattern CATCH = Pattern.compile("catch \\((?:Throwable|Error) (\\w+)\\) \\{");
    private static final Pattern CLOSEABLE = Pattern.compile("(?<![.\\w])AsyncCloseable\\b");
    private static final Pattern TOKEN = Pattern.compile("[{}]|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)+'|//.*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)(?:,|$)");

    private BlockingSource() {
    }

    /**
     * Rewrites a program.
     *
     * @param sources its texts by path
     * @return the same where it has neither loops nor generators nor resources of these kinds
     */
    static Map<String, String> of(Map<String, String> sources) {
        Map<String, String> blocking = new LinkedHashMap<>();
        sources.forEach((path, text) -> blocking.put(path, of(text)));
        return blocking;
    }

    private static String of(String source) {
        String text = CLOSEABLE.matcher(source).replaceAll("org.asyncjava.it.harness.BlockingCloseable");
        text = CATCH.matcher(text).replaceAll("$0 " + GENERATORS + "passOn($1);");
        text = eachLoops(text);
        text = lambdas(text);
        return METHOD.matcher(text).replaceAll(BlockingSource::method);
    }

    private static String eachLoops(String source) {
        String text = source;
        for (Matcher loop = EACH.matcher(text); loop.find(); loop = EACH.matcher(text)) {
            String label = loop.group(1) == null ? "" : loop.group(1) + ": ";
            String lines = "\n".repeat((int) loop.group().chars().filter(c -> c == '\n').count());
            String iterator = loop.group(3) + "$";
            boolean infers = loop.group(2).equals("var");
            String type = infers ? "var" : GENERATORS + "Opened<?>";
            String cast = infers ? "" : "(" + loop.group(2).replace("final ", "") + ") (Object) ";
            String head = lines + "try (" + type + " " + iterator + " = " + GENERATORS + "opened(" + loop.group(4) + ")) { " + label + "for (; " + iterator
                    + ".advance();) { " + loop.group(2) + " " + loop.group(3) + " = " + cast + iterator + ".current();";
            text = replaced(text, loop, head, "} }");
        }
        return text;
    }

    private static String lambdas(String source) {
        String text = source;
        for (Matcher lambda = LAMBDA.matcher(text); lambda.find(); lambda = LAMBDA.matcher(text)) {
            text = replaced(text, lambda, "-> " + GENERATORS + creator(lambda.group(1)) + "(() -> {", "})");
        }
        return text;
    }

    private static String method(MatchResult method) {
        String head = method.group(1) + method.group(2) + method.group(3) + " " + method.group(4) + "(" + method.group(5) + ")";
        String arguments = PARAMETER.matcher(method.group(5)).results().map(parameter -> parameter.group(1)).collect(Collectors.joining(", "));
        String lines = "\n".repeat((int) method.group().chars().filter(c -> c == '\n').count());
        return Matcher.quoteReplacement(lines + head + " { return " + GENERATORS + creator(method.group(2)) + "(() -> " + method.group(4) + "$body(" + arguments
                + ")); } " + method.group(1) + "Object " + method.group(4) + "$body(" + method.group(5) + ") {");
    }

    private static String creator(String type) {
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    /** With another opening, and another end of the block that it opens. */
    private static String replaced(String text, MatchResult opening, String head, String end) {
        int close = closing(text, opening.end());
        return text.substring(0, opening.start()) + head + text.substring(opening.end(), close) + end + text.substring(close + 1);
    }

    /** Where a block ends; braces in literals and comments do not count. */
    private static int closing(String text, int from) {
        Matcher token = TOKEN.matcher(text);
        int depth = 1;
        int at = from;
        while (token.find(at)) {
            at = token.end();
            if (token.group().equals("{")) {
                depth++;
            } else if (token.group().equals("}") && --depth == 0) {
                return token.start();
            }
        }
        throw new IllegalArgumentException("a block has no end: " + text.substring(from));
    }
}
