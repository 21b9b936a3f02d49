package org.asyncjava.it.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A damaged class file, and what is needed to make it again.
 *
 * @param className the class that it was, by its name in source code
 * @param damage the kind of damage
 * @param seed from which class, damage and place were drawn
 * @param classFile the damaged bytes
 */
record Mutant(String className, Damage damage, long seed, byte[] classFile) {
    private static final List<Damage> DAMAGES = Stream.of(ByteDamage.values(), PoolDamage.values(), CodeDamage.values(), CodeDamage.values())
            .<Damage>flatMap(Stream::of).toList();
    /** Spreads seeds that lie side by side. */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /**
     * Draws a mutant.
     *
     * @param seed equal seeds give equal mutants of equal classes
     * @param classes sound class files by name, in an order of their own
     * @return one of them, damaged once, or with one chance in four twice
     */
    static Mutant of(long seed, Map<String, byte[]> classes) {
        Random random = new Random(seed * GOLDEN_RATIO);
        String name = List.copyOf(classes.keySet()).get(random.nextInt(classes.size()));
        Damage damage = DAMAGES.get(random.nextInt(DAMAGES.size()));
        byte[] damaged = damage.of(classes.get(name), random);
        if (random.nextInt(4) == 0 && damaged.length > ByteDamage.SMALLEST) {
            damaged = ByteDamage.BITS_FLIPPED.of(damaged, random);
        }
        return new Mutant(name, damage, seed, damaged);
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + className + " with " + damage;
    }
}
