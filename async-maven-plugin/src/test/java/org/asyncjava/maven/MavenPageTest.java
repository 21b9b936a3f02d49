package org.asyncjava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page about the plugin names every goal with its phase, and every parameter with its property and default, as the plugin's descriptor has them. */
class MavenPageTest {
    private static final Path PAGE = Path.of("..", "docs", "maven.md");
    private static final Pattern HEADING = Pattern.compile("## (\\S+)");
    private static final Pattern PHASE = Pattern.compile("in the phase `([a-z-]+)`");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (?:`([^`]+)`)? ?\\| (?:`([^`]+)`)? ?\\| \\S.* \\|");

    @Test
    void thePageSaysWhatTheDescriptorSays() throws Exception {
        assertThat(onPage()).containsExactlyInAnyOrderElementsOf(inDescriptor());
    }

    @Test
    void allPropertiesOfOursHaveOnePrefix() throws Exception {
        assertThat(inDescriptor()).filteredOn(line -> line.contains(" -D")).isNotEmpty()
                .allMatch(line -> line.contains(" -Dasyncjava.") || line.contains(" -Dencoding "));
    }

    private static List<String> onPage() throws Exception {
        List<String> found = new ArrayList<>();
        String goal = "";
        for (String line : Files.readAllLines(PAGE)) {
            Matcher heading = HEADING.matcher(line);
            goal = heading.matches() ? heading.group(1) : goal;
            Matcher phase = PHASE.matcher(line);
            if (phase.find()) {
                found.add(goal + " in " + phase.group(1));
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                found.add(parameter(goal, row.group(1), row.group(2), row.group(3)));
            }
        }
        return found;
    }

    private static String parameter(String goal, String name, String property, String initially) {
        return goal + " " + name + (property == null ? "" : " -D" + property) + " = " + (initially == null ? "" : initially);
    }

    private static List<String> inDescriptor() throws Exception {
        List<String> found = new ArrayList<>();
        try (InputStream file = MavenPageTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            for (Element mojo : all(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getDocumentElement(), "mojo")) {
                String goal = text(mojo, "goal");
                found.add(goal + " in " + text(mojo, "phase"));
                for (Element parameter : all(mojo, "parameter")) {
                    if (text(parameter, "editable").equals("true")) {
                        found.add(parameter(goal, mojo, text(parameter, "name")));
                    }
                }
            }
        }
        return found;
    }

    private static String parameter(String goal, Element mojo, String name) {
        List<Element> configured = all(all(mojo, "configuration").get(0), name);
        String property = configured.isEmpty() || configured.get(0).getTextContent().isEmpty() ? null : configured.get(0).getTextContent().replaceAll("[${}]", "");
        String initially = configured.isEmpty() || configured.get(0).getAttribute("default-value").isEmpty() ? null : configured.get(0).getAttribute("default-value");
        return parameter(goal, name, property, initially);
    }

    private static String text(Element parent, String name) {
        return all(parent, name).get(0).getTextContent();
    }

    private static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast).toList();
    }
}
