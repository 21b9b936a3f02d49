package org.asyncjava.benchmarks.transformer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A project that is made up: services of some ninety lines, each with one method that waits in five places between loops, a try statement
 * and local variables of several types, and with the plain code that stands around such a method.
 *
 * <p>No two classes are alike: names, types and the order of the parts depend on a class's number, and so does nothing else. The same
 * numbers give the same project on every machine.
 */
final class Corpus {
    private static final int CLASSES_PER_PACKAGE = 25;
    private static final List<String> NUMBERS = List.of("int", "long", "double");
    private static final List<String> BOXES = List.of("Integer", "Long", "Double");

    private static final String RECORD = "public record Summary(String customer, List<String> articles, %1$s total, String receipt) {";
    private static final String CLASS = """
            public static final class Summary {
                    final String customer;
                    final List<String> articles;
                    final %1$s total;
                    final String receipt;

                    Summary(String customer, List<String> articles, %1$s total, String receipt) {
                        this.customer = customer;
                        this.articles = articles;
                        this.total = total;
                        this.receipt = receipt;
                    }
            """;

    private final int number;
    private final Waiting waiting;

    private Corpus(int number, Waiting waiting) {
        this.number = number;
        this.waiting = waiting;
    }

    /**
     * Writes a project.
     *
     * @param sources folder of the sources
     * @param classes how many
     * @param waiting how they wait
     * @return their files
     * @throws IOException if the folder cannot be written
     */
    static List<Path> write(Path sources, int classes, Waiting waiting) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            Corpus source = new Corpus(i, waiting);
            Path file = sources.resolve(source.packageName().replace('.', '/')).resolve(source.className() + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.text()));
        }
        return files;
    }

    private String packageName() {
        return "shop.part" + number / CLASSES_PER_PACKAGE;
    }

    private String className() {
        return "Service" + number;
    }

    private String text() {
        return """
                package %1$s;

                %6$simport java.util.ArrayList;
                import java.util.HashMap;
                import java.util.List;
                import java.util.Map;
                import java.util.Optional;
                import java.util.concurrent.CompletableFuture;
                import java.util.function.Function;
                import java.util.stream.Collectors;
                %7$s
                /** Orders of shop %3$d and what becomes of them. */
                public class %2$s {
                    private static final int LIMIT = %4$d;

                    private final Function<String, CompletableFuture<String>> store;
                    private final Map<String, %5$s> prices = new HashMap<>();
                    private final List<String> log = new ArrayList<>();
                    private int failures;

                    public %2$s(Function<String, CompletableFuture<String>> store) {
                        this.store = store;
                    }

                """.formatted(packageName(), className(), number, 10 + number % 90, box(),
                waiting.imports(), waiting.ifAwaiting("import org.asyncjava.Async;\n"))
                + parts() + "}\n";
    }

    /** The method that waits stands first, in the middle or last. */
    private String parts() {
        return switch (number % 3) {
            case 0 -> waitingMethod() + plainMethods() + nestedTypes();
            case 1 -> plainMethods() + waitingMethod() + nestedTypes();
            default -> nestedTypes() + plainMethods() + waitingMethod();
        };
    }

    private String waitingMethod() {
        return """
                    %7$spublic %6$s order(String customer, List<String> articles, int retries) {
                        String name = %8$sstore.apply("customer-" + customer)%9$s;
                        %1$s total = 0;
                        long units = 0;
                        List<String> found = new ArrayList<>();
                        for (String article : articles) {
                            int attempt = 0;
                            while (true) {
                                try {
                                    String stock = %8$sstore.apply("stock-" + article)%9$s;
                                    if (stock.isEmpty() || found.size() > LIMIT) {
                                        break;
                                    }
                                    %1$s price = price(article) * (%1$s) (stock.length() + %2$d);
                                    total += price;
                                    units += Long.parseLong(%8$sstore.apply("units-" + article)%9$s.trim());
                                    found.add(article + '=' + price);
                                    break;
                                } catch (IllegalStateException busy) {
                                    failures++;
                                    if (++attempt > retries) {
                                        log.add(name + " gave up: " + busy.getMessage());
                                        throw new IllegalArgumentException("no stock of " + article, busy);
                                    }
                                    %8$sstore.apply("pause-" + attempt)%9$s;
                                }
                            }
                        }
                        boolean rich = total > LIMIT * 10;
                        String receipt = rich ? "large-" + units : "small-" + units;
                        Summary summary = new Summary(name, found, total, %8$sstore.apply(receipt)%9$s);
                        log.add(summary.text());
                        return %3$s;
                    }

                """.formatted(number(), number % 7, completed("summary"), box(), className(), resultType(),
                waiting.ifAwaiting("@Async\n    "), waiting.before(), waiting.after());
    }

    private String resultType() {
        if (waiting == Waiting.BLOCKING) {
            return "Summary";
        }
        return coroutine() ? "org.asyncjava.runtime.Coroutine<Summary>" : "CompletableFuture<Summary>";
    }

    private String completed(String value) {
        if (waiting == Waiting.BLOCKING) {
            return value;
        }
        return coroutine() ? "org.asyncjava.runtime.Coroutine.of(" + value + ")" : "CompletableFuture.completedFuture(" + value + ")";
    }

    private boolean coroutine() {
        return waiting == Waiting.AWAITING && number % 2 == 0;
    }

    private String plainMethods() {
        return """
                    private %1$s price(String article) {
                        return prices.computeIfAbsent(article, key -> (%1$s) (key.hashCode() %% 100));
                    }

                    public Map<Integer, List<String>> byLength() {
                        return prices.keySet().stream()
                                .filter(article -> !article.isBlank())
                                .sorted()
                                .collect(Collectors.groupingBy(String::length));
                    }

                    public Optional<String> last(int level) {
                        for (int i = log.size() - 1; i >= 0; i--) {
                            String line = log.get(i);
                            switch (level) {
                                case 0:
                                    return Optional.of(line);
                                case 1:
                                    if (line.startsWith("%2$s")) {
                                        return Optional.of(line.toLowerCase());
                                    }
                                    break;
                                default:
                                    failures += line.length();
                            }
                        }
                        return Optional.empty();
                    }

                """.formatted(number(), className());
    }

    private String nestedTypes() {
        return """
                    /** What a customer gets. */
                    %1$s
                        String text() {
                            return customer + ": " + String.join(", ", articles) + " for " + total + " (" + receipt + ")";
                        }
                    }
                """.formatted((waiting == Waiting.FOR_EA_ASYNC ? CLASS : RECORD).formatted(number()));
    }

    private String number() {
        return NUMBERS.get(number % NUMBERS.size());
    }

    private String box() {
        return BOXES.get(number % BOXES.size());
    }
}
