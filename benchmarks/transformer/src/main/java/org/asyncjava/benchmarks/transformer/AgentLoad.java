package org.asyncjava.benchmarks.transformer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JVM that loads 10,000 classes without async methods, with and without the agent. */
final class AgentLoad {
    private static final int CLASSES = 10_000;

    /** A package of Guava's that has a jar of its own. */
    private static final String SUPERCLASSES = "com/google/common/util/concurrent/internal";

    private AgentLoad() {
    }

    /** Measures with copies of Guava's classes. */
    static List<Figure> figures(Setting setting) throws IOException {
        Path original = setting.work().resolve("guava");
        Path classes = setting.work().resolve("loaded");
        Untouched.unpack(setting.guava(), original);
        Path apart = setting.work().resolve("guava-apart");
        Untouched.unpack(setting.partOfGuava(), apart);
        Tree.copy(apart.resolve(SUPERCLASSES), original.resolve(SUPERCLASSES));
        int copies = CLASSES / Tree.classFiles(original).size() + 1;
        List<String> names = Copies.write(original, "com/google/common", classes, copies).subList(0, CLASSES);
        Path list = Files.write(setting.work().resolve("loaded.txt"), names);
        List<String> arguments = List.of(list.toString(), classes.toString());
        List<String> agent = List.of("-javaagent:" + setting.agent());
        Cost without = Cost.UNKNOWN;
        Cost with = Cost.UNKNOWN;
        Cost start = Cost.UNKNOWN;
        Cost startWith = Cost.UNKNOWN;
        for (int round = 0; round < setting.rounds(); round++) {
            without = without.min(loading(List.of(), arguments));
            with = with.min(loading(agent, arguments));
            start = start.min(Command.ofMain(AgentLoad.class, List.of(), List.of()).run());
            startWith = startWith.min(Command.ofMain(AgentLoad.class, agent, List.of()).run());
        }
        return List.of(
                new Figure("agent: added to the start of a JVM, CPU", startWith.cpu() - start.cpu(), "ms", 100),
                new Figure("agent: added to the start of a JVM, wall", startWith.wall() - start.wall(), "ms", 100),
                Figure.of("loading " + CLASSES + " classes, CPU of the thread", without.cpu(), "ms"),
                Figure.share("agent: added to the loading of them, CPU of the thread", with.cpu() - without.cpu(), without.cpu(), 2));
    }

    private static Cost loading(List<String> options, List<String> arguments) throws IOException {
        double milliseconds = Double.parseDouble(Command.ofMain(AgentLoad.class, options, arguments).lines().get(0));
        return new Cost(milliseconds, milliseconds);
    }

    /**
     * Loads classes and prints the milliseconds of CPU that this took; does nothing without arguments.
     *
     * @param arguments a file with the names of the classes, and the folder that they are in
     * @throws Exception if one cannot be loaded
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            System.out.println(LoadedClasses.milliseconds(Files.readAllLines(Path.of(arguments[0])), Path.of(arguments[1])));
        }
    }
}
