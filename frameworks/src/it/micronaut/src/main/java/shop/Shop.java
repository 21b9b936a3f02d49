package shop;

import io.micronaut.runtime.Micronaut;

public class Shop {
    public static void main(String[] arguments) {
        Micronaut.run(Shop.class, arguments);
    }
}
