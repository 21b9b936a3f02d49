package org.asyncjava.compiler;

import java.util.List;

/** Which lines of a text another one has not, and the other way round. */
final class LineChanges {
    private LineChanges() {
    }

    /** In the order of the texts; in front of a line that is gone a minus, in front of one that is new a plus. */
    static String of(String before, String after) {
        List<String> old = List.of(before.split("\n", -1));
        List<String> now = List.of(after.split("\n", -1));
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        StringBuilder changes = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                changes.append("    - ").append(old.get(i++)).append('\n');
            } else {
                changes.append("    + ").append(now.get(j++)).append('\n');
            }
        }
        return changes.toString();
    }
}
