package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One way to run a test: in text {@code seed/switches/await}, as in {@code 7/12.1-15.2/3}, what is not there left out from the end.
 *
 * @param seed of the test's random numbers and its calendar
 * @param switches where something else runs than in asyncio's order, by ascending decision
 * @param moment when the test is cancelled
 */
record Schedule(long seed, List<Switch> switches, Moment moment) {
    /**
     * Something else runs first.
     *
     * @param decision the how manieth time that more than one could run, from 0 on
     * @param place which of those runs, from 1 on: as many wait although it would be their turn
     */
    record Switch(int decision, int place) {
    }

    Schedule {
        switches = List.copyOf(switches);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static Schedule parse(String text) {
        String[] parts = Objects.requireNonNull(text, "schedule").split("/", -1);
        try {
            if (parts.length > 3) {
                throw new NumberFormatException("more than three parts");
            }
            long seed = Long.parseLong(parts[0]);
            List<Switch> switches = parts.length < 2 || parts[1].isEmpty() ? List.of() : switches(parts[1]);
            return new Schedule(seed, switches, parts.length < 3 ? Moment.NONE : Moment.parse(parts[2]));
        } catch (NumberFormatException bad) {
            throw new IllegalArgumentException("not a schedule: \"" + text + "\"; one is seed/switches/await as a failed test prints it, like 7/12.1-15.2/3",
                    bad);
        }
    }

    private static List<Switch> switches(String text) {
        List<Switch> switches = new ArrayList<>();
        for (String each : text.split("-", -1)) {
            String[] numbers = each.split("\\.", -1);
            if (numbers.length != 2) {
                throw new NumberFormatException(each);
            }
            Switch next = new Switch(notNegative(numbers[0]), notNegative(numbers[1]));
            if (!switches.isEmpty() && switches.get(switches.size() - 1).decision >= next.decision) {
                throw new NumberFormatException("not ascending: " + each);
            }
            switches.add(next);
        }
        return switches;
    }

    private static int notNegative(String number) {
        int value = Integer.parseInt(number);
        if (value < 0) {
            throw new NumberFormatException(number);
        }
        return value;
    }

    /** The same with other switches. */
    Schedule with(List<Switch> others) {
        return new Schedule(seed, others, moment);
    }

    @Override
    public String toString() {
        String order = switches.stream().map(each -> each.decision + "." + each.place).collect(Collectors.joining("-"));
        if (!moment.isNone()) {
            return seed + "/" + order + "/" + moment;
        }
        return order.isEmpty() ? Long.toString(seed) : seed + "/" + order;
    }
}
