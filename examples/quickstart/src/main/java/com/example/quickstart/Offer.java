package com.example.quickstart;

import java.util.List;

/** What one shop said: one line of the table. */
record Offer(String shop, String price, int attempts, long millis) {
    static void print(List<Offer> offers) {
        System.out.printf("%-10s %-10s %8s %6s%n", "shop", "price", "attempts", "ms");
        for (Offer offer : offers) {
            System.out.printf("%-10s %-10s %8d %6d%n", offer.shop, offer.price, offer.attempts, offer.millis);
        }
    }
}
