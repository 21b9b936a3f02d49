package shop;

import jakarta.enterprise.context.RequestScoped;

/** Who asks; one for each request. */
@RequestScoped
public class Customer {
    private String name = "nobody";

    public String name() {
        return name;
    }

    public void is(String whoAsks) {
        name = whoAsks;
    }
}
