package org.asyncjava.benchmarks.jmh.gate;

/**
 * A row of the table.
 *
 * @param what is counted
 * @param where it is found
 * @param figure the smaller, the better
 */
record Row(String what, String where, double figure) {
    private static final String SEPARATOR = ",";

    static boolean isRow(String line) {
        return line.split(SEPARATOR).length == 3;
    }

    static Row of(String line) {
        String[] cells = line.split(SEPARATOR);
        return new Row(cells[0], cells[1], Double.parseDouble(cells[2]));
    }

    String key() {
        return what + SEPARATOR + where;
    }

    String line() {
        return key() + SEPARATOR + (figure == Math.rint(figure) ? String.valueOf((long) figure) : String.valueOf(figure));
    }
}
