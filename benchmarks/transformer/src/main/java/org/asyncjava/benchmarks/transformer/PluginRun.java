package org.asyncjava.benchmarks.transformer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * javac in a process of its own, alone and with what may take part in it: a project with an async method in each class, and the same one with
 * plain methods.
 */
final class PluginRun {
    private static final String NO_PROCESSORS = "-proc:none";

    private final Setting setting;

    private PluginRun(Setting setting) {
        this.setting = setting;
    }

    /** Who takes part in a compilation. */
    private enum Participant {
        NOBODY("nobody"),
        IDLE_PROCESSOR("a processor that does nothing"),
        PROCESSOR("the plugin on the processor path"),
        PLUGIN("the plugin as -Xplugin, with -proc:none");

        private final String text;

        Participant(String text) {
            this.text = text;
        }
    }

    /** Measures. */
    static List<Figure> figures(Setting setting) throws IOException {
        PluginRun run = new PluginRun(setting);
        List<Figure> figures = new ArrayList<>(run.figures("async code", Waiting.AWAITING));
        figures.addAll(run.figures("no async code", Waiting.BLOCKING));
        return figures;
    }

    private List<Figure> figures(String project, Waiting waiting) throws IOException {
        Map<Participant, Cost> costs = costs(waiting);
        Cost alone = costs.get(Participant.NOBODY);
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.of(project + ": javac, CPU", alone.cpu(), "ms"), Figure.of(project + ": javac, wall", alone.wall(), "ms")));
        costs.forEach((participant, cost) -> {
            double limit = participant == Participant.IDLE_PROCESSOR ? 0 : 5;
            if (participant != Participant.NOBODY) {
                figures.add(Figure.share(project + ": " + participant.text + " adds, CPU", cost.cpu() - alone.cpu(), alone.cpu(), limit));
                figures.add(Figure.share(project + ": " + participant.text + " adds, wall", cost.wall() - alone.wall(), alone.wall(), limit));
            }
        });
        return figures;
    }

    private Map<Participant, Cost> costs(Waiting waiting) throws IOException {
        Path sources = setting.fresh("sources");
        Path list = sources.resolve("sources.txt");
        Files.write(list, Corpus.write(sources, setting.classes(), waiting).stream().map(Path::toString).toList());
        Map<Participant, Cost> costs = new EnumMap<>(Participant.class);
        for (int round = 0; round < setting.rounds(); round++) {
            for (Participant participant : Participant.values()) {
                costs.merge(participant, compile(list, participant), Cost::min);
            }
        }
        return costs;
    }

    private Cost compile(Path list, Participant participant) throws IOException {
        Path classes = setting.fresh("compiled");
        List<String> words = new ArrayList<>(options(participant, classes));
        words.addAll(List.of("-cp", setting.compilePath(), "-d", classes.toString(), "@" + list));
        return Command.of("javac", words).run();
    }

    private List<String> options(Participant participant, Path classes) throws IOException {
        String plugin = setting.compilerPlugin().toString();
        return switch (participant) {
            case NOBODY -> List.of(NO_PROCESSORS);
            case IDLE_PROCESSOR -> List.of("-processorpath", System.getProperty("java.class.path"), "-processor", IdleProcessor.class.getName());
            case PROCESSOR -> List.of("-processorpath", plugin);
            case PLUGIN -> List.of("-processorpath", plugin, NO_PROCESSORS, "-Xplugin:async output=" + classes);
        };
    }
}
