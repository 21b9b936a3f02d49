package probe;

import static org.eclipse.core.resources.IncrementalProjectBuilder.FULL_BUILD;
import static org.eclipse.core.resources.IncrementalProjectBuilder.INCREMENTAL_BUILD;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.CoreException;

/** Types in files that are not saved, and prints what an editor shows. */
final class Typing {
    private static final String GOOD = """
            package q;
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            class X {
                @Async CompletableFuture<String> first(CompletableFuture<String> s) {
                    return CompletableFuture.completedFuture(await(s));
                }
                void second(Callee callee) {
                    callee.ask();
                }
            }
            """;
    private static final String BAD = GOOD.replace("    @Async CompletableFuture<String> first", "    CompletableFuture<String> first");
    private static final String CALLEE = """
            package q;
            public class Callee {
                public java.util.concurrent.CompletableFuture<String> ask() {
                    return null;
                }
            }
            """;
    private static final String ASYNC_CALLEE = CALLEE.replace("    public java", "    @org.asyncjava.Async public java");

    private final JavaProject required;
    private final JavaProject project;

    Typing() throws CoreException {
        required = JavaProject.async("r");
        project = JavaProject.async("p", required.required()).processed();
    }

    void run() throws CoreException {
        required.save("q/Callee.java", CALLEE);
        required.build(FULL_BUILD);
        project.save("q/X.java", GOOD);
        project.build(FULL_BUILD);
        Editor editor = new Editor(project.unit("q/X.java"));
        say("as it is", editor.look());
        say("broken", editor.type(BAD));
        say("not saved", project.problems());
        say("mended", editor.type(GOOD));
        others(editor);
        malformed(editor);
        settings(editor);
        say("lines of Windows", editor.type(BAD.replace("\n", "\r\n")));
        saved(editor);
        elsewhere();
    }

    /** What is seen of other files. */
    private void others(Editor editor) throws CoreException {
        Editor other = new Editor(required.unit("q/Callee.java"));
        other.type(ASYNC_CALLEE);
        say("other copy", editor.look());
        other.close();
        say("other closed", editor.look());
        required.save("q/Callee.java", ASYNC_CALLEE);
        say("other saved", editor.look());
        required.save("q/Callee.java", CALLEE);
        say("other saved again", editor.look());
        required.save("q/Callee.java", ASYNC_CALLEE);
        required.build(INCREMENTAL_BUILD);
        say("other built", editor.look());
        Editor mending = new Editor(required.unit("q/Callee.java"));
        mending.type(CALLEE);
        say("other newer than its class", editor.look());
        mending.close();
        required.save("q/Callee.java", CALLEE);
        say("other saved and not built", editor.look());
        required.build(INCREMENTAL_BUILD);
    }

    /** Half of a text, and texts without some of what they have. */
    private static void malformed(Editor editor) throws CoreException {
        List<String> last = new ArrayList<>();
        for (int at = 0; at < BAD.length(); at += 5) {
            editor.type(BAD.substring(0, at));
            editor.type(BAD.substring(at));
            last = editor.type(BAD.substring(0, at) + "\\u00 {\"" + BAD.substring(at));
        }
        say("malformed", last);
        say("whole again", editor.type(BAD));
    }

    private void settings(Editor editor) throws CoreException {
        required.save("q/Callee.java", ASYNC_CALLEE);
        project.set("rules = AJ102=error\n");
        say("as an error", editor.type(GOOD));
        project.set("rules = AJ102=off\n");
        say("off", editor.look());
        project.set("");
        required.save("q/Callee.java", CALLEE);
    }

    /** What a build says is said by the processor alone. */
    private void saved(Editor editor) throws CoreException {
        project.save("q/X.java", BAD);
        project.build(INCREMENTAL_BUILD);
        say("saved", project.problems());
        say("marked", project.marked("q/X.java"));
        say("shown", editor.type(BAD));
        project.save("q/X.java", GOOD);
        project.build(INCREMENTAL_BUILD);
        say("saved mended", project.problems());
        editor.close();
    }

    private static void elsewhere() throws CoreException {
        JavaProject plain = JavaProject.plain("n");
        plain.save("q/X.java", GOOD);
        Editor editor = new Editor(plain.unit("q/X.java"));
        say("without async-java", editor.type(BAD));
        JavaProject unprocessed = JavaProject.async("u");
        unprocessed.save("q/X.java", BAD);
        unprocessed.build(FULL_BUILD);
        say("without processor, built", unprocessed.marked("q/X.java").stream().filter(marked -> marked.startsWith("AJ")).toList());
        Editor other = new Editor(unprocessed.unit("q/X.java"));
        other.look();
        say("without processor, typed", other.places().map(line -> line.replaceAll("(AJ\\d+).*", "$1")).toList());
    }

    private static void say(String what, List<String> problems) {
        System.out.println("@ " + what + ": " + problems);
    }
}
