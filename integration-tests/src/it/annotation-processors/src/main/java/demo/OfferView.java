package demo;

public record OfferView(String shop, int price) {
}
