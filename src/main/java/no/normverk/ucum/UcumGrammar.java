package no.normverk.ucum;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.FilterOperator;
import no.normverk.terminology.Message;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.ConceptDefinition;
import no.normverk.terminology.memory.Grammar;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of UCUM (The Unified Code for Units of Measure, section 2). A unit's display is its code, which is what people write; what the code says in words is a designation, and so
 * is the name of a common unit.
 */
final class UcumGrammar implements Grammar {

    /** The property that holds a unit in base units, as the grammar writes it. */
    static final String CANONICAL = "canonical";

    /** No unit needs so much; the library parses recursively. */
    private static final int LONGEST = 500;

    private static final Coding SYNONYM = Coding.of("http://snomed.info/sct", "900000000000013009");

    /** The library counts from 0, and some of its messages end a quotation that did not begin. */
    private static final Pattern LIBRARY_MESSAGE =
            Pattern.compile("Error processing unit ?'.*': (.*) at position (\\d+)", Pattern.DOTALL);

    private final Map<String, String> names;
    private final UcumService units = Definitions.SERVICE;
    private final BaseUnits baseUnits = new BaseUnits(Definitions.SERVICE.getModel());

    /**
     * A grammar that knows names.
     *
     * @param names names of units by code; empty for a unit that has none
     */
    UcumGrammar(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** Read when first needed: the definitions are for all. */
    private static final class Definitions {
        static final UcumService SERVICE = read();

        private static UcumService read() {
            try (InputStream essence = UcumService.class.getResourceAsStream("/ucum-essence.xml")) {
                if (essence == null) {
                    throw new IllegalStateException("ucum-essence.xml is not on the classpath");
                }
                return new UcumEssenceService(essence);
            } catch (UcumException e) {
                throw new IllegalStateException("ucum-essence.xml cannot be read", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The version that the definitions state. */
    static String version() {
        return Definitions.SERVICE.ucumIdentification().getVersion();
    }

    @Override
    public @Nullable ConceptDefinition read(String code) {
        if (code.isEmpty() || code.length() > LONGEST || units.validate(code) != null) {
            return null;
        }
        List<Designation> designations = new ArrayList<>();
        String words = words(code);
        if (words != null && !words.equals(code)) {
            designations.add(new Designation("en", null, words));
        }
        String name = names.get(code);
        if (name != null && !name.isEmpty() && !name.equals(code)) {
            designations.add(new Designation("en", SYNONYM, name));
        }
        String canonical = baseUnits.of(code);
        List<ConceptProperty> properties =
                canonical == null ? List.of() : List.of(new ConceptProperty(CANONICAL, new Value.Text(canonical)));
        return new ConceptDefinition(code, code, null, List.of(), designations, properties, List.of());
    }

    private @Nullable String words(String code) {
        try {
            return units.analyse(code);
        } catch (UcumException e) {
            return null;
        }
    }

    @Override
    public @Nullable Message whyNot(String code) {
        if (code.length() > LONGEST) {
            return Message.of("unit-too-long", Integer.toString(LONGEST));
        }
        String problem = units.validate(code);
        if (problem == null) {
            return null;
        }
        Matcher parts = LIBRARY_MESSAGE.matcher(problem);
        if (!parts.matches()) {
            return Message.of("unit-unreadable", code, problem);
        }
        int place = Integer.parseInt(parts.group(2)) + 1;
        return Message.of("unit-malformed", code, balanced(parts.group(1)), Integer.toString(place));
    }

    private static String balanced(String reason) {
        boolean odd = reason.chars().filter(c -> c == '\'').count() % 2 == 1;
        return odd && reason.endsWith("'") ? reason.substring(0, reason.length() - 1) : reason;
    }

    @Override
    public @Nullable Message whyNotSelected(ConceptFilter filter, String code) {
        if (!filter.property().equals(CANONICAL) || filter.operator() != FilterOperator.EQUALS) {
            return null;
        }
        String canonical = baseUnits.of(code);
        return canonical == null || canonical.equals(filter.value())
                ? null
                : Message.of("unit-of-other-canonical", code, canonical, filter.value());
    }

    /** The canonical form is for filters. */
    @Override
    public boolean isShownByDefault(String property) {
        return !property.equals(CANONICAL);
    }
}
