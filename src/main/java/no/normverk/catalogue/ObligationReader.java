package no.normverk.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.normverk.authoring.PartialDate;
import no.normverk.authoring.YamlMapping;

/** Reads the obligations of one product. */
final class ObligationReader {

    private static final String DATE = "a date as YYYY, YYYY-MM or YYYY-MM-DD";

    private final Vocabulary actors;

    ObligationReader(Vocabulary actors) {
        this.actors = actors;
    }

    List<Obligation> read(YamlMapping product) {
        List<Obligation> obligations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMapping fields : product.mappings("obligations")) {
            Obligation obligation = readOne(fields, ids);
            if (!ids.add(obligation.id())) {
                fields.problem("id", YamlMapping.quoted(obligation.id()), "an id no other obligation of the product has");
            }
            obligations.add(obligation);
        }
        return obligations;
    }

    private Obligation readOne(YamlMapping fields, Set<String> earlierIds) {
        fields.allowOnly(
                "id", "actor", "except", "direction", "level", "mayFrom", "mustFrom", "until", "alternativeGroup", "condition",
                "legalBasis", "decidedBy", "decidedOn", "supersedes", "note", "source", "verified");
        String actor = fields.required("actor");
        if (!actor.isEmpty() && !actors.has(actor)) {
            fields.problem("actor", YamlMapping.quoted(actor), "a code of CodeSystem " + actors.name());
        }
        Optional<Deadline> mayFrom = deadline(fields, "mayFrom");
        Optional<Deadline> mustFrom = deadline(fields, "mustFrom");
        Optional<Deadline> until = deadline(fields, "until");
        checkOrder(fields, "mayFrom", mayFrom, "mustFrom", mustFrom);
        checkOrder(fields, "mayFrom", mayFrom, "until", until);
        checkOrder(fields, "mustFrom", mustFrom, "until", until);
        return new Obligation(
                fields.required("id"),
                actor,
                fields.values("except", "a code of CodeSystem " + actors.name(), code -> Optional.of(code).filter(actors::has)),
                required(fields, "direction", fields.code("direction", Direction.class)).orElse(Direction.BRUKE),
                required(fields, "level", fields.code("level", NormativeLevel.class)).orElse(NormativeLevel.VEILEDER),
                mayFrom,
                mustFrom,
                until,
                fields.text("alternativeGroup"),
                fields.text("condition"),
                fields.mapping("legalBasis").map(ObligationReader::legalBasis),
                fields.text("decidedBy"),
                deadline(fields, "decidedOn"),
                fields.values("supersedes", "the id of an obligation above in the same file", id -> Optional.of(id)
                        .filter(earlierIds::contains)),
                fields.text("note"),
                fields.mapping("source").map(ProductReader::source),
                fields.value("verified", "true or false", ObligationReader::truth).orElse(true));
    }

    /** Reports an absent field that must be there; one that is there but wrong has been reported already. */
    private static <T> Optional<T> required(YamlMapping fields, String name, Optional<T> value) {
        if (!fields.names().contains(name)) {
            fields.required(name);
        }
        return value;
    }

    private static void checkOrder(
            YamlMapping fields, String firstName, Optional<Deadline> first, String secondName, Optional<Deadline> second) {
        if (first.orElse(null) instanceof Deadline.On(PartialDate from)
                && second.orElse(null) instanceof Deadline.On(PartialDate end)
                && end.latest().isBefore(from.earliest())) {
            fields.problem(secondName, YamlMapping.quoted(end.text()), "a date not before " + firstName + ", " + from);
        }
    }

    /** A deadline is a date, or {@code unknown} with the reason why there is none. */
    private static Optional<Deadline> deadline(YamlMapping fields, String name) {
        if (!fields.isMapping(name)) {
            return fields.value(name, DATE + ", or the field unknown with a reason", PartialDate::parse).map(Deadline.On::new);
        }
        return fields.mapping(name).map(why -> {
            why.allowOnly("unknown");
            return new Deadline.Unknown(why.required("unknown"));
        });
    }

    static LegalBasis legalBasis(YamlMapping fields) {
        fields.allowOnly("regulation", "reference", "section", "number", "letter", "inForceFrom");
        return new LegalBasis(
                fields.required("regulation"),
                fields.text("reference"),
                fields.text("section"),
                fields.text("number"),
                fields.text("letter"),
                fields.value("inForceFrom", DATE, PartialDate::parse));
    }

    private static Optional<Boolean> truth(String written) {
        return switch (written) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
