package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.compiler.walk.Finding;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassPathEntry;

/**
 * The sources of a project while somebody writes them. What it finds in a file is what a {@link SourceCheck} of all files would find, but it knows
 * from one change to the next what has not changed.
 *
 * <p>For one thread, which must be one of {@link #thread}: deeply nested expressions need a deep stack.
 */
public final class LiveSources {
    private ClassPathEntry libraries;
    private final CallAnnotations annotations;
    private final LiveTexts texts;
    private final LiveIndex index;
    private ClassPath classes;
    private Hierarchy hierarchy;

    /**
     * Sources of which nothing is known as yet.
     *
     * @param disk where the text of files comes from that are not open
     * @param classPath classes that the sources use and that are not among them; may be incomplete
     * @param annotations those that last as long as a call
     */
    public LiveSources(SourceText.Origin disk, ClassPathEntry classPath, CallAnnotations annotations) {
        this.libraries = classPath;
        this.annotations = annotations;
        this.texts = new LiveTexts(disk);
        this.index = new LiveIndex(this::parsed, this::names);
        begin();
    }

    /**
     * Makes a thread for the sources, which has not been started.
     *
     * @param work what it does
     * @param name of the thread
     * @return a daemon
     */
    public static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, SourceCheck.STACK);
        thread.setDaemon(true);
        return thread;
    }

    /** What was learned from other files is learned anew. */
    private void begin() {
        index.forget();
        classes = ClassPath.over(index, libraries);
        hierarchy = new Hierarchy(index, ClassPath.over(libraries), classes);
    }

    private Optional<SourceFile> parsed(Path file) {
        return texts.read(file).parsed();
    }

    private Names names(SourceFile file) {
        return new Names(file, hierarchy::exists);
    }

    /**
     * The sources use other classes than before.
     *
     * @param classPath from now on
     */
    public void use(ClassPathEntry classPath) {
        libraries = classPath;
        begin();
    }

    /**
     * Files have become known, or have changed on disk. Those that are open are as they are in the editor.
     *
     * @param files those of the project's files that are to be read; one that is not there any more is forgotten
     */
    public void read(Collection<Path> files) {
        for (Path file : files) {
            if (!texts.isOpen(file)) {
                texts.close(file);
                index.know(file, texts.scan(file));
            }
        }
        if (!files.isEmpty()) {
            begin();
        }
    }

    /**
     * The files that are known to be in a folder.
     *
     * @param folder any path
     * @return those that declare something and concern async code
     */
    public List<Path> knownBelow(Path folder) {
        return index.files().stream().filter(file -> file.startsWith(folder) && !file.equals(folder)).toList();
    }

    /**
     * A file is open, and has this text.
     *
     * @param file the file, which need not be there
     * @param text what it says
     * @return whether other files may now have to be looked at again
     */
    public boolean open(Path file, String text) {
        if (texts.openText(file).filter(text::equals).isPresent()) {
            return false;
        }
        if (texts.changeBody(file, text)) {
            return false;
        }
        byte[] before = index.outline(file);
        texts.open(file, text);
        return changed(file, before);
    }

    /**
     * A file is open no more: it is as it is on disk.
     *
     * @param file the file, which need not be there
     * @return whether other files may now have to be looked at again
     */
    public boolean close(Path file) {
        byte[] before = index.outline(file);
        texts.close(file);
        return changed(file, before);
    }

    private boolean changed(Path file, byte[] before) {
        boolean isOther = index.put(file, texts.scan(file));
        index.forget();
        if (isOther || !Arrays.equals(before, index.outline(file))) {
            begin();
            return true;
        }
        return false;
    }

    /**
     * Looks at a file.
     *
     * @param file the file
     * @return what there is to see; never throws because of what a file says
     */
    public LiveFile look(Path file) {
        SourceReading.Read read = texts.read(file);
        if (read.parsed().isEmpty()) {
            return LiveFile.empty(read.remark());
        }
        try {
            return look(read.parsed().get(), read.remark());
        } catch (StackOverflowError | RuntimeException defect) {
            return LiveFile.empty(Optional.of(SourceReport.remarkAbout(defect)));
        }
    }

    /**
     * Looks at a file as if it had been changed, which changes nothing. What is done often is done faster.
     *
     * @param file the file
     */
    public void lookAnew(Path file) {
        texts.forgetParsed(file);
        look(file);
    }

    /**
     * Looks at a file for whoever wants to mend it.
     *
     * @param file the file, which is open
     * @return what was found, until something else is told of; empty if it is not open, or cannot be read. Never throws because of what a file says
     */
    public Optional<CheckedSource> checked(Path file) {
        try {
            Set<String> own = parsed(file).map(known -> SourceIndex.typesIn(known).keySet()).orElse(Set.of());
            Surroundings around = new Surroundings(index, own, ClassPath.over(libraries), annotations);
            return texts.openText(file).flatMap(text -> CheckedSource.among(file, text, around));
        } catch (StackOverflowError | RuntimeException defect) {
            return Optional.empty();
        }
    }

    private LiveFile look(SourceFile file, Optional<String> remark) {
        Names names = names(file);
        SourceCalls calls = new SourceCalls(file, names, hierarchy);
        LiveMarks marks = new LiveMarks(calls);
        List<LiveFinding> findings = new ArrayList<>();
        SourceWalk.of(file, calls, classes, annotations).findings(marks).forEach(finding -> findings.add(finding(finding)));
        findings.sort((one, other) -> one.violation().compareTo(other.violation()));
        return new LiveFile(findings, marks.marks(), remark);
    }

    private static LiveFinding finding(Finding<Node> finding) {
        Node at = finding.at();
        Node shown = at instanceof CallableDeclaration<?> declaration ? declaration.getName() : at;
        return new LiveFinding(finding.violation(), Extent.of(shown).onItsFirstLine(), related(finding));
    }

    /** What an await stands in. */
    private static Optional<LiveFinding.Related> related(Finding<Node> finding) {
        for (Node around = finding.at().getParentNode().orElse(null); around != null; around = around.getParentNode().orElse(null)) {
            if (around instanceof SynchronizedStmt && finding.violation().rule() == AwaitRule.AWAIT_HOLDING_MONITOR) {
                return Optional.of(new LiveFinding.Related("the monitor is held from here on", Extent.of(around).onItsFirstLine()));
            } else if (around instanceof CallableDeclaration<?> declaration) {
                return Optional.of(new LiveFinding.Related("in " + declaration.getNameAsString(), Extent.of(declaration.getName())));
            } else if (around instanceof LambdaExpr) {
                return Optional.of(new LiveFinding.Related("in this lambda", Extent.of(around).onItsFirstLine()));
            } else if (around instanceof InitializerDeclaration) {
                return Optional.of(new LiveFinding.Related("in this initialiser", Extent.of(around).onItsFirstLine()));
            }
        }
        return Optional.empty();
    }
}
