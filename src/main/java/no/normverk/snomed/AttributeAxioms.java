package no.normverk.snomed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the axioms of an edition say of attributes (OWL expression reference set, SNOMED CT OWL Guide 2.3): that a value of one attribute has, through another, a value of a third (property chain), and that an
 * attribute leads on through itself (transitive). So who has a <em>direct substance</em> that <em>is modification of</em> another has that other as direct substance too. Attribute hierarchy is in the is-a
 * hierarchy already. Reflexive attributes and general concept inclusions are not read.
 */
final class AttributeAxioms {

    private static final long OWL_EXPRESSIONS = 733073007L;
    private static final long CONCEPT_MODEL_ATTRIBUTE = 410662002L;
    private static final Pattern CHAIN = Pattern.compile("SubObjectPropertyOf\\(ObjectPropertyChain\\(:(\\d+) :(\\d+)\\) :(\\d+)\\)");
    private static final Pattern TRANSITIVE = Pattern.compile("TransitiveObjectProperty\\(:(\\d+)\\)");

    /**
     * Who has {@code first} with a value that has {@code then} with another, has {@code whole} with that other; ordinals.
     */
    record Chain(int first, int then, int whole) {}

    private final Map<Integer, List<Chain>> byWhole = new HashMap<>();

    private AttributeAxioms() {}

    static AttributeAxioms of(SnomedEdition edition) {
        AttributeAxioms axioms = new AttributeAxioms();
        RefsetRows rows = edition.refsets().rows(OWL_EXPRESSIONS);
        int column = rows == null ? -1 : rows.field("owlExpression");
        int attributes = edition.locate(CONCEPT_MODEL_ATTRIBUTE);
        if (rows == null || column < 0 || attributes < 0) {
            return axioms;
        }
        edition.hierarchy().selfAndDescendants(attributes).forEach(attribute -> {
            long id = edition.sctid(attribute);
            for (int row = rows.first(id); row < rows.end(id); row++) {
                if (rows.isActive(row)) {
                    axioms.read(edition, rows.text(row, column));
                }
            }
        });
        return axioms;
    }

    private void read(SnomedEdition edition, String axiom) {
        Matcher chain = CHAIN.matcher(axiom);
        Matcher transitive = TRANSITIVE.matcher(axiom);
        if (chain.matches()) {
            add(edition, chain.group(1), chain.group(2), chain.group(3));
        } else if (transitive.matches()) {
            add(edition, transitive.group(1), transitive.group(1), transitive.group(1));
        }
    }

    private void add(SnomedEdition edition, String first, String then, String whole) {
        Chain chain = new Chain(edition.locate(first), edition.locate(then), edition.locate(whole));
        if (chain.first >= 0 && chain.then >= 0 && chain.whole >= 0) {
            byWhole.computeIfAbsent(chain.whole, key -> new ArrayList<>()).add(chain);
        }
    }

    /** The chains that make an attribute, or one below it. */
    List<Chain> leadingTo(int attribute, SnomedEdition edition) {
        if (byWhole.isEmpty()) {
            return List.of();
        }
        List<Chain> leading = new ArrayList<>();
        byWhole.forEach((whole, chains) -> {
            if (edition.hierarchy().isSelfOrAncestor(attribute, whole)) {
                leading.addAll(chains);
            }
        });
        return leading;
    }
}
