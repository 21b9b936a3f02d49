package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inputs that cannot be written to one output directory: one result would replace another, or its own input. */
final class OutputClash {
    private OutputClash() {
    }

    /**
     * Looks for one.
     *
     * @param inputs whose results go elsewhere
     * @return what is wrong and the mend; empty if each result has a place of its own
     * @throws IOException if files cannot be compared
     */
    static Optional<String> among(List<Input> inputs) throws IOException {
        Map<Path, Path> all = new HashMap<>();
        for (Input input : inputs) {
            for (Map.Entry<Path, Path> file : input.written().entrySet()) {
                Path target = file.getKey();
                Path source = file.getValue();
                if (Files.exists(target) && Files.isSameFile(target, source)) {
                    return Optional.of("the result of " + source + " would replace it: leave out --output, or name another directory");
                }
                Path other = all.putIfAbsent(target, source);
                if (other != null && !areTheSameResource(other, source)) {
                    return Optional.of("the results of " + other + " and " + source + " would both be " + target
                            + ": write them to different directories, one after the other");
                }
            }
        }
        return Optional.empty();
    }

    /** What is not transformed may well be in several directories, such as a manifest. */
    private static boolean areTheSameResource(Path one, Path other) throws IOException {
        return !one.toString().matches("(?i).*\\.(class|[jw]ar)") && Files.isRegularFile(one) && Files.isRegularFile(other)
                && Files.mismatch(one, other) < 0;
    }
}
