package org.asyncjava.transformer.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.read.ConstantPoolScan;

/**
 * What a class file is to become.
 *
 * @param file the file as it is; without its bytes if they are to change
 * @param isChanged whether anything is to be written
 * @param result what the transformer made of it; without the bytes of classes
 * @param content the same with all bytes
 */
record TransformedFile(ClassFile file, boolean isChanged, Transformed result, Supplier<Transformed> content) {
    private static final byte[] ELSEWHERE = new byte[0];

    /**
     * Makes one of what the transformer made.
     *
     * @param spool takes the bytes that are to be written
     * @throws IOException if it cannot
     */
    static TransformedFile of(ClassFile file, Transformed result, Spool spool) throws IOException {
        if (result.classFile() == file.bytes()) {
            return new TransformedFile(file, false, result, () -> result);
        }
        TreeMap<String, byte[]> names = new TreeMap<>();
        for (String machine : result.machines().keySet()) {
            names.put(machine, ELSEWHERE);
        }
        Transformed summary = new Transformed(result.className(), ELSEWHERE, names, result.violations(), result.remarks());
        return new TransformedFile(new ClassFile(file.location(), ELSEWHERE), true, summary, spool.keep(result));
    }

    /** The rules that the class breaks. */
    List<Located> violations() {
        List<Located> located = new ArrayList<>(result.violations().size());
        for (Violation violation : result.violations()) {
            located.add(new Located(violation, file.location()));
        }
        return located;
    }

    /** What else is to be said of the class. */
    List<String> remarks() {
        List<String> located = new ArrayList<>(result.remarks().size());
        for (String remark : result.remarks()) {
            located.add(remark + " " + Located.in(file.location()));
        }
        return located;
    }

    /** Tells whether anything depends on this class any further; most classes need not be held in memory. */
    boolean matters() {
        return isChanged || !result.violations().isEmpty() || RuntimeRequirement.isModule(file);
    }

    /** Tells whether something depends on it further where machines of an earlier run are: it can be one, or use one. */
    boolean mattersBesideMachines() {
        return matters() || ConstantPoolScan.of(file.bytes()).mentionsMark();
    }
}
