package demo;

/** Nothing here is async. */
public class Plain {
    static class Nested {
        final String text = "nothing async";
    }

    public static void main(String[] arguments) {
        System.out.println(new Nested().text);
    }
}
