package org.asyncjava.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.objectweb.asm.ClassReader;

/** Damage to the constant pool: entries that refer to others than they did, of another kind than they were. */
enum PoolDamage implements Damage {
    /** An entry refers to any other entry, perhaps to itself. */
    REFERENCE_TURNED((bytes, random) -> {
        List<Integer> references = references(new ClassReader(bytes));
        int at = references.get(random.nextInt(references.size()));
        putShort(bytes, at, random.nextInt(new ClassReader(bytes).getItemCount() + 2));
        return bytes;
    }),
    /** Two entries refer to what the other referred to. */
    REFERENCES_SWAPPED((bytes, random) -> {
        List<Integer> references = references(new ClassReader(bytes));
        int one = references.get(random.nextInt(references.size()));
        int other = references.get(random.nextInt(references.size()));
        int swapped = getShort(bytes, one);
        putShort(bytes, one, getShort(bytes, other));
        putShort(bytes, other, swapped);
        return bytes;
    }),
    /** An entry is of another kind. */
    TAG_CHANGED((bytes, random) -> {
        List<Integer> entries = entries(new ClassReader(bytes));
        bytes[entries.get(random.nextInt(entries.size())) - 1] = (byte) random.nextInt(21);
        return bytes;
    }),
    /** A name or descriptor has another letter. */
    LETTER_CHANGED((bytes, random) -> {
        ClassReader reader = new ClassReader(bytes);
        List<Integer> texts = entries(reader).stream().filter(at -> bytes[at - 1] == 1 && getShort(bytes, at) > 0).toList();
        int at = texts.get(random.nextInt(texts.size()));
        String letters = "IJFDZBSCVL;[()/.<>$Aa\u0000";
        bytes[at + 2 + random.nextInt(getShort(bytes, at))] = (byte) letters.charAt(random.nextInt(letters.length()));
        return bytes;
    });

    private final Damage toOwnCopy;

    PoolDamage(Damage toOwnCopy) {
        this.toOwnCopy = toOwnCopy;
    }

    @Override
    public byte[] of(byte[] classFile, Random random) {
        return toOwnCopy.of(classFile.clone(), random);
    }

    /** Where the entries are, past their tags. */
    private static List<Integer> entries(ClassReader reader) {
        List<Integer> entries = new ArrayList<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            if (reader.getItem(i) > 0) {
                entries.add(reader.getItem(i));
            }
        }
        return entries;
    }

    /** Where entries refer to other entries. */
    private static List<Integer> references(ClassReader reader) {
        List<Integer> references = new ArrayList<>();
        for (int at : entries(reader)) {
            switch (reader.readByte(at - 1)) {
                case 7, 8, 16, 19, 20 -> references.add(at);
                case 9, 10, 11, 12, 17, 18 -> references.addAll(List.of(at, at + 2));
                case 15 -> references.add(at + 1);
                default -> { }
            }
        }
        return references;
    }

    private static int getShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static void putShort(byte[] bytes, int at, int number) {
        bytes[at] = (byte) (number >>> 8);
        bytes[at + 1] = (byte) number;
    }
}
