package probe;

import static org.eclipse.core.resources.IncrementalProjectBuilder.CLEAN_BUILD;
import static org.eclipse.core.resources.IncrementalProjectBuilder.FULL_BUILD;
import static org.eclipse.core.resources.IncrementalProjectBuilder.INCREMENTAL_BUILD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;

/** Builds the files of a folder in each way, types each, and prints what is reported. */
final class Corpus {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (\\w+);");

    private final JavaProject project;
    private final Map<String, String> texts = new TreeMap<>();

    Corpus() throws CoreException {
        project = JavaProject.async("c").processed();
    }

    void run() throws CoreException, IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("probe.corpus")))) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                Matcher in = PACKAGE.matcher(text);
                texts.put((in.find() ? in.group(1) + "/" : "") + file.getFileName(), text);
            }
        }
        saveAll("");
        build(FULL_BUILD, "full");
        for (String name : texts.keySet()) {
            project.save(name, "// empty\n");
        }
        build(INCREMENTAL_BUILD, "mended");
        saveAll("\n");
        build(INCREMENTAL_BUILD, "incremental");
        build(CLEAN_BUILD, "clean");
        build(INCREMENTAL_BUILD, "after clean");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Editor editor = new Editor(project.unit(text.getKey()));
            editor.type(text.getValue() + "\n\n");
            print("typed", editor.places().map(problem -> text.getKey().substring(text.getKey().lastIndexOf('/') + 1) + ":" + problem).toList());
            editor.close();
        }
    }

    private void saveAll(String end) throws CoreException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            project.save(text.getKey(), text.getValue() + end);
        }
    }

    private void build(int kind, String what) throws CoreException {
        project.build(kind);
        List<String> problems = new ArrayList<>();
        for (IMarker marker : project.markers()) {
            String text = texts.get(marker.getResource().getProjectRelativePath().removeFirstSegments(1).toString());
            problems.add(marker.getResource().getName() + ":" + place(text, marker.getAttribute(IMarker.CHAR_START, 0)) + " "
                    + JavaProject.text(marker.getAttribute(IMarker.MESSAGE, "")));
        }
        problems.sort(null);
        print(what, problems);
    }

    /** Line and column. */
    static String place(String text, int offset) {
        return text.substring(0, offset).split("\n", -1).length + ":" + (offset - text.lastIndexOf('\n', offset - 1));
    }

    private static void print(String what, List<String> problems) {
        problems.stream().filter(problem -> problem.contains(" AJ")).forEach(problem -> System.out.println("@ " + what + " " + problem));
    }
}
