package org.asyncjava.it.coverage;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.data.ExecutionDataStore;

/**
 * What a report says of a class.
 *
 * @param lines counts of lines, missed and all
 * @param instructions counts of instructions
 * @param branches counts of branches
 * @param missedLines lines that are shown as not run at all
 * @param partialLines lines that are shown as run in part
 * @param classes names of the classes that the report shows, which are those with code
 */
record Coverage(Count lines, Count instructions, Count branches, List<Integer> missedLines, List<Integer> partialLines, List<String> classes) {
    /**
     * A counter.
     *
     * @param missed those that did not run
     * @param all those that there are
     */
    record Count(int missed, int all) {
        private static Count of(ICounter counter) {
            return new Count(counter.getMissedCount(), counter.getTotalCount());
        }

        @Override
        public String toString() {
            return all - missed + "/" + all;
        }
    }

    /** Analyses class files as a report does, and looks at one of them. */
    static Coverage of(String name, ExecutionDataStore executed, List<byte[]> reported) throws IOException {
        CoverageBuilder builder = new CoverageBuilder();
        Analyzer analyzer = new Analyzer(executed, builder);
        for (byte[] classFile : reported) {
            analyzer.analyzeClass(classFile, "class");
        }
        IClassCoverage looked = builder.getClasses().stream().filter(found -> found.getName().equals(name)).findFirst().orElseThrow();
        return new Coverage(Count.of(looked.getLineCounter()), Count.of(looked.getInstructionCounter()), Count.of(looked.getBranchCounter()),
                lines(looked, ICounter.NOT_COVERED), lines(looked, ICounter.PARTLY_COVERED), names(builder));
    }

    private static List<String> names(CoverageBuilder report) {
        return report.getClasses().stream().filter(IClassCoverage::containsCode).map(IClassCoverage::getName).toList();
    }

    private static List<Integer> lines(IClassCoverage coverage, int status) {
        return IntStream.rangeClosed(coverage.getFirstLine(), coverage.getLastLine())
                .filter(line -> coverage.getLine(line).getStatus() == status).boxed().toList();
    }
}
