package org.asyncjava.transformer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands print of dumps that look like this. */
class DumpViewTest {
    private final List<String> loops = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private String deadlocks = "";

    private static String frame(String method, int line) {
        return "{\"class\":\"demo.Shop\",\"method\":\"" + method + "\",\"file\":\"Shop.java\",\"line\":" + line + "}";
    }

    private void loop(String state, String step) {
        loops.add("{\"number\":" + (loops.size() + 1) + ",\"kind\":\"loop\",\"thread\":\"main\",\"state\":\"" + state + "\",\"step\":[" + step + "]}");
    }

    /** A call on loop 1 that waits; {@code more} are members that not every dump has. */
    private void call(String name, String waitsFor, String awaits, String more) {
        int id = calls.size() + 1;
        calls.add("{\"id\":" + id + ",\"kind\":\"" + (name.endsWith("()") ? "method" : "task") + "\",\"name\":\"" + name + "\",\"loop\":1,\"state\":\""
                + (waitsFor.isEmpty() ? "running" : "waiting") + "\",\"waitsFor\":\"" + waitsFor + "\",\"created\":\"\",\"awaits\":[" + awaits + "],\"stack\":["
                + (waitsFor.isEmpty() ? "" : frame("step" + id, id)) + "]" + more + "}");
    }

    private Observation.Answer answer(int version, String loader) {
        return new Observation.Answer(loader, "{\"version\":" + version + ",\"debug\":false,\"loops\":[" + String.join(",", loops) + "],\"calls\":["
                + String.join(",", calls) + "],\"deadlocks\":[" + deadlocks + "]}");
    }

    private List<String> tree(TreeLines drawing) throws IOException {
        List<String> lines = shown(DumpView.tree(drawing));
        assertThat(lines).endsWith("", "Methods on no loop, strands that no task waits for, and who has taken a lock by acquire() are known with -Dasyncjava.debug=true.");
        return lines.subList(0, lines.size() - 2);
    }

    private List<String> shown(DumpView view) throws IOException {
        return view.lines(List.of(ObservedRuntime.of(answer(1, "app"))));
    }

    private void deadlockBelowAGroup() {
        loop("waiting", "");
        call("main", "", "", "");
        call("group", "2 tasks", "3,4", "");
        call("left", "a lock", "4", "");
        call("right", "a lock", "3", "");
        call("load()", "a future", "", "");
        deadlocks = "[3,4]";
    }

    @Test
    void aTableHasALineForEach() throws IOException {
        deadlockBelowAGroup();
        assertThat(shown(DumpView.table())).containsExactly(
                "ID  KIND    NAME    LOOP  STATE     AWAITS  WAITS FOR  AT",
                "1   task    main    1     running   -       -          -",
                "2   task    group   1     waiting   3,4     2 tasks    demo.Shop.step2(Shop.java:2)",
                "3   task    left    1     deadlock  4       a lock     demo.Shop.step3(Shop.java:3)",
                "4   task    right   1     deadlock  3       a lock     demo.Shop.step4(Shop.java:4)",
                "5   method  load()  1     waiting   -       a future   demo.Shop.step5(Shop.java:5)");
    }

    @Test
    void aTreeIsDrawnBelowCirclesAndLoops() throws IOException {
        deadlockBelowAGroup();
        assertThat(tree(TreeLines.UNICODE)).containsExactly(
                "deadlock: left -> right -> left",
                "",
                "loop 1 on thread \"main\": waiting, 5 tasks and methods",
                "",
                "├── (T) main is running",
                "├── (T) group waits for 2 tasks",
                "│   │   at demo.Shop.step2(Shop.java:2)",
                "│   ├── (T) left waits for a lock",
                "│   │   │   at demo.Shop.step3(Shop.java:3)",
                "│   │   └── (T) right waits for a lock",
                "│   │       │   at demo.Shop.step4(Shop.java:4)",
                "│   │       └── (T) left, see above",
                "│   └── (T) right, see above",
                "└── load() waits for a future",
                "        at demo.Shop.step5(Shop.java:5)");
    }

    @Test
    void aCircleForWhichNobodyElseWaitsHasItsPlace() throws IOException {
        call("one", "a task", "2", "");
        call("other", "a task", "1", "");
        deadlocks = "[1,2]";
        assertThat(tree(TreeLines.ASCII)).containsExactly(
                "deadlock: one -> other -> one", "", "",
                "`-- (T) one waits for a task",
                "    |   at demo.Shop.step1(Shop.java:1)",
                "    `-- (T) other waits for a task",
                "        |   at demo.Shop.step2(Shop.java:2)",
                "        `-- (T) one, see above");
    }

    @Test
    void aLongChainIsNotMovedOutOfSight() throws IOException {
        for (int i = 1; i <= 5000; i++) {
            call("task " + i, "a task", Integer.toString(i + 1), "");
        }
        call("last", "", "", "");
        List<String> lines = tree(TreeLines.ASCII);
        assertThat(lines).last().isEqualTo("    ".repeat(20) + "`-- (T) last is running");
    }

    @Test
    void namesAreOneLineOfPrintableCharacters() throws IOException {
        call("a\\nb\\u001b[2J", "", "", "");
        assertThat(shown(DumpView.table())).last().isEqualTo("1   task  a\\u000ab\\u001b[2J  1     running  -       -          -");
        assertThat(tree(TreeLines.ASCII)).last().isEqualTo("`-- (T) a\\u000ab\\u001b[2J is running");
    }

    @Test
    void aWideNameMovesItsOwnLineAlone() throws IOException {
        call("x".repeat(60), "", "", "");
        call("y", "", "", "");
        assertThat(shown(DumpView.table())).containsExactly(
                "ID  KIND  NAME" + " ".repeat(54) + "LOOP  STATE    AWAITS  WAITS FOR  AT",
                "1   task  " + "x".repeat(60) + "  1     running  -       -          -",
                "2   task  y" + " ".repeat(57) + "1     running  -       -          -");
    }

    @Test
    void whoWaitsForLongestComesFirst() throws IOException {
        loop("waiting", "");
        loop("in a step", frame("compute", 7));
        call("short", "a sleep", "", ",\"waited\":999");
        call("long", "a lock", "1", ",\"waited\":61000");
        call("busy", "", "", "");
        call("middle", "six", "1,2,3,1,2,3", ",\"waited\":1500");
        assertThat(shown(DumpView.longest(2))).containsExactly(
                "4 tasks and methods: 1 running, 3 waiting",
                "loop 1 on thread \"main\": waiting",
                "loop 2 on thread \"main\": in a step at demo.Shop.compute(Shop.java:7)",
                "",
                "ID  KIND  NAME    LOOP  STATE    WAITED  AWAITS         WAITS FOR  AT",
                "2   task  long    1     waiting  1m01s   1              a lock     demo.Shop.step2(Shop.java:2)",
                "4   task  middle  1     waiting  1.5s    1,2,3,1,2,...  six        demo.Shop.step4(Shop.java:4)",
                "... and 2 more");
    }

    @Test
    void aTreeSaysHowLongEachHasWaited() throws IOException {
        call("buy", "a reply", "", ",\"waited\":61000");
        assertThat(tree(TreeLines.ASCII)).endsWith("`-- (T) buy waits 1m01s for a reply", "        at demo.Shop.step1(Shop.java:1)");
    }

    @Test
    void whereTimesAreNotKnownCirclesComeFirst() throws IOException {
        deadlockBelowAGroup();
        assertThat(shown(DumpView.longest(2))).containsExactly(
                "5 tasks and methods: 1 running, 4 waiting",
                "deadlock: left -> right -> left",
                "loop 1 on thread \"main\": waiting",
                "",
                "ID  KIND  NAME   LOOP  STATE     AWAITS  WAITS FOR  AT",
                "3   task  left   1     deadlock  4       a lock     demo.Shop.step3(Shop.java:3)",
                "4   task  right  1     deadlock  3       a lock     demo.Shop.step4(Shop.java:4)",
                "... and 3 more");
    }

    @Test
    void runtimesOfSeveralClassLoadersAreShownOneBelowTheOther() throws IOException {
        call("one", "", "", "");
        ObservedRuntime runtime = ObservedRuntime.of(answer(1, "app"));
        ObservedRuntime other = ObservedRuntime.of(answer(1, "web@1f"));
        assertThat(DumpView.table().lines(List.of(runtime, other))).containsExactly(
                "runtime 1 of 2, in class loader app",
                "ID  KIND  NAME  LOOP  STATE    AWAITS  WAITS FOR  AT",
                "1   task  one   1     running  -       -          -",
                "",
                "runtime 2 of 2, in class loader web@1f",
                "ID  KIND  NAME  LOOP  STATE    AWAITS  WAITS FOR  AT",
                "1   task  one   1     running  -       -          -");
    }

    @Test
    void dumpsOfAnotherVersionAreRefused() {
        assertThatIOException().isThrownBy(() -> ObservedRuntime.of(answer(2, "app")))
                .withMessage("the runtime there writes dumps of version 2, and this command reads version 1; take the one of its release");
    }

    @ParameterizedTest
    @CsvSource({"0,0ms", "999,999ms", "1000,1.0s", "59999,59.9s", "60000,1m00s", "3599999,59m59s", "3600000,1h00m", "90061000,25h01m"})
    void timesAreShort(long milliseconds, String text) {
        assertThat(Times.text(milliseconds)).isEqualTo(text);
    }

    @Test
    void treesAreDrawnWithWhatTheOutputHas() {
        assertThat(TreeLines.in(StandardCharsets.US_ASCII)).isEqualTo(TreeLines.ASCII);
        assertThat(TreeLines.in(StandardCharsets.UTF_8)).isEqualTo(TreeLines.UNICODE);
    }
}
