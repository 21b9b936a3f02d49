package org.asyncjava.it.harness;

import java.util.regex.Pattern;

/**
 * What async methods are declared to return. Programs are written with {@code Coroutine}; the other flavours are made from that text,
 * line by line, so that line numbers stay. {@code closeAsync} and {@code advance} return coroutines in each: their {@code return}s say
 * {@code // cold}.
 */
public enum Flavour {
    /** Cold: our own type. */
    COROUTINE("Coroutine", "Coroutine.$1of(", "Coroutine.$1failed("),
    /** Hot: the JDK's type. */
    FUTURE("CompletableFuture", "CompletableFuture.$1completedFuture(", "Promise.$1broken("),
    /** Hot: the JDK's interface. */
    STAGE("CompletionStage", "CompletableFuture.$1completedFuture(", "Promise.$1broken("),
    /** Hot: a class of the user's own. */
    SUBCLASS("Promise", "Promise.$1of(", "Promise.$1broken(");

    private static final Pattern TYPE = Pattern.compile("\\bCoroutine\\b(?=<)(?!<Void> closeAsync|<Boolean> advance)");
    private static final Pattern VALUE = Pattern.compile("\\bCoroutine\\.(<[^>]*>)?of\\((?!.*// cold)");
    private static final Pattern DONE = Pattern.compile("\\bCoroutine\\.(<[^>]*>)?done\\(\\)(?!.*// cold)");
    private static final Pattern FAILED = Pattern.compile("\\bCoroutine\\.(<[^>]*>)?failed\\(");
    private static final Pattern IMPORT = Pattern.compile("import org\\.asyncjava\\.runtime\\.Coroutine;");
    private static final String IMPORTS = "$0 import java.util.concurrent.CompletableFuture; import java.util.concurrent.CompletionStage;"
            + " import org.asyncjava.it.harness.Promise;";

    private final String type;
    private final String value;
    private final String failed;

    Flavour(String type, String value, String failed) {
        this.type = type;
        this.value = value;
        this.failed = failed;
    }

    /**
     * The same program in this flavour.
     *
     * @param source a program written with {@code Coroutine}
     * @return its text with this flavour's types and factories
     */
    public String of(String source) {
        if (this == COROUTINE) {
            return source;
        }
        String typed = TYPE.matcher(source).replaceAll(type);
        String valued = VALUE.matcher(typed).replaceAll(value);
        String done = DONE.matcher(valued).replaceAll(value + "null)");
        String failing = FAILED.matcher(done).replaceAll(failed);
        return IMPORT.matcher(failing).replaceAll(IMPORTS);
    }

    /**
     * Tells whether calls of async methods run at once.
     *
     * @return false for coroutines alone
     */
    public boolean isHot() {
        return this != COROUTINE;
    }
}
