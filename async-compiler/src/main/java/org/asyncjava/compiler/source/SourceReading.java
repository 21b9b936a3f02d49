package org.asyncjava.compiler.source;

import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads and parses files, on several threads if there are many: most of a check's time goes there. */
final class SourceReading {
    private static final int FILES_PER_THREAD = 50;

    private final SourceText.Origin texts;
    private final Runnable progress;
    private final Queue<Path> waiting;
    private final Map<Path, Read> results = new ConcurrentHashMap<>();

    private SourceReading(Collection<Path> files, SourceText.Origin texts, Runnable progress) {
        this.waiting = new ConcurrentLinkedQueue<>(files);
        this.texts = texts;
        this.progress = progress;
    }

    /**
     * A file that has been read.
     *
     * @param parsed what is in it; empty if that cannot break a rule, or cannot be known
     * @param remark what is to be said about it
     */
    record Read(Optional<SourceFile> parsed, Optional<String> remark) {
        static Read failed(String remark) {
            return new Read(Optional.empty(), Optional.of(remark));
        }

        /** Reads and parses one file; never throws because of what it says. */
        static Read of(Path path, SourceText.Origin texts, SourceParser parser) {
            try {
                SourceText source = texts.read(path);
                if (!SourceParser.concernsAsync(source.text())) {
                    return new Read(Optional.empty(), source.flaw());
                }
                Optional<CompilationUnit> unit = parser.parse(source.text());
                return unit.map(known -> new Read(Optional.of(new SourceFile(path, known)), source.flaw()))
                        .orElseGet(() -> Read.failed("is no Java that can be read; it is not checked"));
            } catch (IOException unreadable) {
                return Read.failed("cannot be read: " + unreadable);
            } catch (StackOverflowError deep) {
                return Read.failed("is nested too deeply; it is not checked before it is compiled");
            } catch (RuntimeException defect) {
                return Read.failed("cannot be parsed: " + defect);
            }
        }
    }

    /**
     * Reads files.
     *
     * @param files the files
     * @param texts where their text comes from; asked on several threads
     * @param progress told of each file, by one thread at a time
     * @param stack bytes of stack that a thread gets
     * @return what was read
     */
    static Map<Path, Read> of(Collection<Path> files, SourceText.Origin texts, Runnable progress, long stack) {
        SourceReading reading = new SourceReading(files, texts, progress);
        List<Thread> threads = new ArrayList<>();
        int count = Math.min(Runtime.getRuntime().availableProcessors(), 1 + files.size() / FILES_PER_THREAD);
        for (int number = 0; number < count; number++) {
            Thread thread = new Thread(null, reading::work, "async-java source reader", stack);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        threads.forEach(SourceReading::join);
        files.forEach(file -> reading.results.putIfAbsent(file, Read.failed("was not read; it is not checked before it is compiled")));
        return reading.results;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        SourceParser parser = new SourceParser();
        for (Path file = waiting.poll(); file != null; file = waiting.poll()) {
            results.put(file, Read.of(file, texts, parser));
            synchronized (this) {
                progress.run();
            }
        }
    }
}
