package org.asyncjava.rules;


/**
 * A place in a source file.
 *
 * @param file simple name of the source file, or the class's name where the file is not known
 * @param line counted from 1; 0 if unknown
 * @param column counted from 1; 0 if unknown (class files know no columns)
 */
public record Position(String file, int line, int column) implements Comparable<Position> {
    /**
     * A place as a class file knows it.
     *
     * @param file simple name of the source file, or the class's name
     * @param line counted from 1; 0 if unknown
     * @return the position without a column
     */
    public static Position ofLine(String file, int line) {
        return new Position(file, line, 0);
    }

    /**
     * The form that compilers and Maven print and that editors recognise.
     *
     * @return {@code File.java:[line,column]}, without what is not known
     */
    public String text() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":[" + line + "]" : file + ":[" + line + "," + column + "]";
    }

    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile == 0 ? Integer.compare(line, other.line) : byFile;
        return byLine == 0 ? Integer.compare(column, other.column) : byLine;
    }
}
