package no.normverk.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.normverk.authoring.LocalText;

/** Products made by hand. */
final class Products {

    private Products() {}

    static NormativeProduct titled(String key, String title) {
        return new NormativeProduct(
                key, LocalText.nb(title), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(),
                new NormativeProduct.Dates(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of(), List.of(), Map.of());
    }
}
