package org.asyncjava.examples.scale;

/** Prints what one element costs, with few of them and with ten times as many. */
public final class Scale {
    private Scale() {
    }

    /**
     * Runs all scenarios.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.printf("%-26s %10s %8s %8s   %10s %8s %8s%n", "", "elements", "ns each", "B each", "elements", "ns each", "B each");
        for (Scenario scenario : Scenarios.ALL) {
            Measurement few = Measurement.of(scenario, scenario.few());
            Measurement many = Measurement.of(scenario, scenario.few() * 10);
            System.out.printf("%-26s %10d %8.0f %8.0f   %10d %8.0f %8.0f%n", scenario.name(), scenario.few(), few.nanos(), few.bytes(),
                    scenario.few() * 10, many.nanos(), many.bytes());
        }
    }
}
