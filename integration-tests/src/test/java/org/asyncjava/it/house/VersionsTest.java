package org.asyncjava.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The versions of libraries and plugins stand in the root pom; only a profile may have some of its own. */
class VersionsTest {
    @Test
    void modulesNameNoVersions() throws IOException, ParserConfigurationException, SAXException {
        List<String> named = new ArrayList<>();
        for (Path pom : modulePoms()) {
            NodeList versions = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()).getElementsByTagName("version");
            for (int at = 0; at < versions.getLength(); at++) {
                Element version = (Element) versions.item(at);
                if (!version.getTextContent().startsWith("${") && !isWithin(version, "parent") && !isWithin(version, "profile")) {
                    named.add(pom + ": " + version.getTextContent());
                }
            }
        }
        assertThat(named).isEmpty();
    }

    /** The poms below the root that have a parent: the quickstart has none, being a user's project. */
    private static List<Path> modulePoms() throws IOException {
        try (Stream<Path> paths = Files.find(Path.of(".."), 4, (path, attributes) -> path.endsWith("pom.xml"))) {
            List<Path> poms = new ArrayList<>();
            for (Path pom : paths.filter(path -> !path.toString().contains("target") && !path.toString().contains("src")).sorted().toList()) {
                if (Files.readString(pom).contains("<parent>")) {
                    poms.add(pom);
                }
            }
            assertThat(poms).hasSizeGreaterThan(20);
            return poms;
        }
    }

    private static boolean isWithin(Node node, String name) {
        Node at = node;
        while (at != null && !at.getNodeName().equals(name)) {
            at = at.getParentNode();
        }
        return at != null;
    }
}
