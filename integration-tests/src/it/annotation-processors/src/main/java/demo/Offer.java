package demo;

import lombok.Builder;
import lombok.Value;

@Value
@Builder
public class Offer {
    String shop;
    int price;
}
