package org.asyncjava.benchmarks.transformer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.TransformerRun;
import org.asyncjava.transformer.files.Workers;

/** javac and after it the transformation in one JVM, as in a build that runs javac in its own JVM; first cold, then warm. */
final class OneJvm {
    private OneJvm() {
    }

    /** Measures. */
    static List<Figure> figures(Setting setting) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(setting.rounds()), setting.compilePath(),
                setting.fresh("one-jvm").toString()));
        arguments.addAll(setting.sources());
        List<String> lines = Command.ofMain(OneJvm.class, List.of(), arguments).lines();
        Cost[] costs = lines.stream().map(OneJvm::parsed).toArray(Cost[]::new);
        Cost javac = Cost.UNKNOWN;
        Cost transformation = Cost.UNKNOWN;
        for (int i = 2; i < costs.length; i += 2) {
            javac = javac.min(costs[i]);
            transformation = transformation.min(costs[i + 1]);
        }
        return List.of(
                Figure.of("javac in one JVM, first time, CPU", costs[0].cpu(), "ms"),
                Figure.share("transformation beside javac in one JVM, first time, CPU", costs[1].cpu(), costs[0].cpu(), 10),
                Figure.share("transformation beside javac in one JVM, first time, wall", costs[1].wall(), costs[0].wall(), 10),
                Figure.of("javac in one JVM, later, CPU", javac.cpu(), "ms"),
                Figure.share("transformation beside javac in one JVM, later, CPU", transformation.cpu(), javac.cpu(), 10),
                Figure.share("transformation beside javac in one JVM, later, wall", transformation.wall(), javac.wall(), 10));
    }

    private static Cost parsed(String line) {
        String[] words = line.split(" ");
        return new Cost(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
    }

    /**
     * Compiles and transforms several times and prints the costs of each.
     *
     * @param arguments how often, class path, empty folder for the classes, sources
     */
    public static void main(String[] arguments) {
        for (int round = 0; round <= Integer.parseInt(arguments[0]); round++) {
            Path classes = Path.of(arguments[2], Integer.toString(round));
            List<String> options = new ArrayList<>(List.of("-proc:none", "-cp", arguments[1], "-d", classes.toString()));
            options.addAll(Arrays.asList(arguments).subList(3, arguments.length));
            compile(options);
            transform(classes, arguments[1]);
        }
    }

    private static void compile(List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Stopwatch time = new Stopwatch();
        if (compiler.run(null, null, null, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the sources do not compile");
        }
        print(time.cost());
    }

    private static void transform(Path classes, String classPath) {
        List<Path> entries = Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
        Stopwatch time = new Stopwatch();
        Report report = new TransformerRun(List.of(classes), entries, TransformerOptions.defaults()).transform(Workers.perProcessor());
        Cost cost = time.cost();
        if (report.hasErrors()) {
            throw new IllegalStateException(report.errors().toString());
        }
        print(cost);
    }

    private static void print(Cost cost) {
        System.out.println(cost.cpu() + " " + cost.wall());
    }
}
