package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** After {@code quickstart.sh} whatever the documentation tells a user to add is in the local repository. */
class QuickstartTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>((?:adapters/)?async-[a-z-]+)</module>");
    private static final Pattern INSTALLED = Pattern.compile("(?m)^modules=(.*)$");

    @Test
    void installsEveryModuleThatAPageNames() throws IOException {
        String installed = INSTALLED.matcher(Files.readString(ROOT.resolve("quickstart.sh"))).results().findFirst().orElseThrow().group(1);
        assertThat(installed.split(",")).containsAll(namedModules());
    }

    private static TreeSet<String> namedModules() throws IOException {
        String pages = pages();
        TreeSet<String> named = new TreeSet<>();
        MODULE.matcher(Files.readString(ROOT.resolve("pom.xml"))).results().map(module -> module.group(1))
                .filter(module -> isNamed(module.substring(module.indexOf('/') + 1), pages)).forEach(named::add);
        assertThat(named).contains("async-junit", "async-runtime", "async-compiler", "adapters/async-blockhound");
        return named;
    }

    private static boolean isNamed(String artifact, String pages) {
        return pages.contains("<artifactId>" + artifact + "</artifactId>") || pages.contains("`" + artifact + "`");
    }

    private static String pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        StringBuilder text = new StringBuilder();
        for (Path page : pages) {
            text.append(Files.readString(page));
        }
        return text.toString();
    }
}
