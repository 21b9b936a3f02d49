package org.asyncjava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the plugin tells Eclipse's Maven integration (m2e), in the file that it looks for. */
class LifecycleMappingTest {
    private final Map<String, Element> actions = new LinkedHashMap<>();

    @BeforeEach
    void read() throws Exception {
        try (InputStream file = LifecycleMappingTest.class.getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
            assertThat(document.getDocumentElement().getTagName()).isEqualTo("lifecycleMappingMetadata");
            for (Element execution : all(document.getDocumentElement(), "pluginExecution")) {
                for (Element goal : all(execution, "goal")) {
                    assertThat(actions).doesNotContainKey(goal.getTextContent());
                    actions.put(goal.getTextContent(), all(execution, "action")[0]);
                }
            }
        }
    }

    private static Element[] all(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).toArray(Element[]::new);
    }

    private String said(String goal, String name) {
        Element[] found = all(actions.get(goal), name);
        return found.length == 0 ? "" : found[0].getTextContent();
    }

    @Test
    void eachGoalRunsAfterEachChangeInTheEditor() {
        assertThat(new TreeSet<>(actions.keySet())).containsExactly("check", "transform", "transform-test");
        for (String goal : actions.keySet()) {
            assertThat(all(actions.get(goal), "execute")).as(goal).hasSize(1);
            assertThat(said(goal, "runOnIncremental")).as(goal).isEqualTo("true");
        }
    }

    @Test
    void onlyTheCheckRunsWhenAProjectIsOpened() {
        assertThat(said("check", "runOnConfiguration")).isEqualTo("true");
        assertThat(said("transform", "runOnConfiguration")).isEqualTo("false");
        assertThat(said("transform-test", "runOnConfiguration")).isEqualTo("false");
    }
}
