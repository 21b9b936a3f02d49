package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.asyncjava.transformer.observe.Observation;
import org.asyncjava.transformer.observe.ObservedRuntime;

/** What a process says as one page for a browser, which needs nothing else and may fetch nothing else. */
final class DumpPage {
    private static final String TEMPLATE = "dump.html";

    private DumpPage() {
    }

    /**
     * Writes the page.
     *
     * @param process the number of the process
     * @param taken when it was asked
     * @param answers what each of its runtimes says, as JSON
     * @return HTML
     * @throws IOException if a runtime writes dumps of another version
     */
    static String of(String process, String taken, List<Observation.Answer> answers) throws IOException {
        for (Observation.Answer answer : answers) {
            ObservedRuntime.of(answer);
        }
        String runtimes = answers.stream().map(answer -> "{\"loader\":" + JsonReport.quoted(answer.loader()) + ",\"dump\":" + answer.text() + "}")
                .collect(Collectors.joining(",", "[", "]"));
        String data = "{\"process\":" + JsonReport.quoted(process) + ",\"taken\":" + JsonReport.quoted(taken) + ",\"runtimes\":" + runtimes + "}";
        String page = template();
        return page.replace("{{style-hash}}", hash(between("<style>", "</style>", page)))
                .replace("{{script-hash}}", hash(between("<script>", "</script>", page)))
                .replace("{{dump}}", data.replace("<", "\\u003c")); // so that no name ends the element
    }

    private static String template() throws IOException {
        try (InputStream template = DumpPage.class.getResourceAsStream(TEMPLATE)) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String between(String begin, String end, String page) {
        int from = page.indexOf(begin) + begin.length();
        return page.substring(from, page.indexOf(end, from));
    }

    /** As a content security policy names what may run, so that a name which got out of its place could not. */
    private static String hash(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
