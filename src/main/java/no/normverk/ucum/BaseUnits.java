package no.normverk.ucum;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.fhir.ucum.BaseUnit;
import org.fhir.ucum.Component;
import org.fhir.ucum.DefinedUnit;
import org.fhir.ucum.ExpressionParser;
import org.fhir.ucum.Operator;
import org.fhir.ucum.Symbol;
import org.fhir.ucum.Term;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumModel;
import org.fhir.ucum.Unit;
import org.fhir.ucum.special.Registry;
import org.fhir.ucum.special.SpecialUnitHandler;
import org.jspecify.annotations.Nullable;

/**
 * Units in base units, by dimension alone. The library's own canonical form works out the magnitude too, in decimal arithmetic that takes milliseconds a unit; a filter over all common
 * units cannot wait for that.
 */
final class BaseUnits {

    private final UcumModel model;
    private final Registry specials = new Registry();
    private final Map<String, Optional<Map<String, Integer>>> ofUnit = new ConcurrentHashMap<>();

    BaseUnits(UcumModel model) {
        this.model = model;
    }

    /**
     * A unit as a product of powers of base units, in alphabetical order: {@code g.m-3}; {@code 1} when it has no dimension. {@code null} when it is no unit, or on a scale with an offset,
     * such as degrees Celsius.
     */
    @Nullable String of(String code) {
        try {
            Map<String, Integer> powers = powers(code);
            return powers == null ? null : written(powers);
        } catch (UcumException e) {
            return null;
        }
    }

    private static String written(Map<String, Integer> powers) {
        String product = powers.entrySet().stream()
                .filter(power -> power.getValue() != 0)
                .map(power -> power.getKey() + (power.getValue() == 1 ? "" : power.getValue()))
                .collect(Collectors.joining("."));
        return product.isEmpty() ? "1" : product;
    }

    private @Nullable Map<String, Integer> powers(String expression) throws UcumException {
        return powers(new ExpressionParser(model).parse(expression));
    }

    /** The chain of a term's components, each divided by when a solidus stands right before it. */
    private @Nullable Map<String, Integer> powers(Term first) throws UcumException {
        Map<String, Integer> product = new TreeMap<>();
        boolean divided = false;
        for (Term term = first; term != null; term = term.getTerm()) {
            Component component = term.getComp();
            Map<String, Integer> factor = component == null ? Map.of() : powers(component);
            if (factor == null) {
                return null;
            }
            int sign = divided ? -1 : 1;
            factor.forEach((unit, power) -> product.merge(unit, sign * power, Integer::sum));
            divided = term.getOp() == Operator.DIVISION;
        }
        return product;
    }

    private @Nullable Map<String, Integer> powers(Component component) throws UcumException {
        if (component instanceof Term term) {
            return powers(term);
        }
        if (!(component instanceof Symbol symbol)) {
            return Map.of();
        }
        Map<String, Integer> unit = powers(symbol.getUnit());
        if (unit == null || symbol.getExponent() == 1) {
            return unit;
        }
        Map<String, Integer> raised = new TreeMap<>();
        unit.forEach((base, power) -> raised.put(base, power * symbol.getExponent()));
        return raised;
    }

    private @Nullable Map<String, Integer> powers(Unit unit) throws UcumException {
        if (unit instanceof BaseUnit) {
            return Map.of(unit.getCode(), 1);
        }
        Optional<Map<String, Integer>> known = ofUnit.get(unit.getCode());
        if (known == null) {
            String definition = definition((DefinedUnit) unit);
            known = Optional.ofNullable(definition == null ? null : powers(definition));
            ofUnit.put(unit.getCode(), known);
        }
        return known.orElse(null);
    }

    private @Nullable String definition(DefinedUnit unit) {
        if (!unit.isSpecial()) {
            return unit.getValue().getUnit();
        }
        SpecialUnitHandler handler = specials.exists(unit.getCode()) ? specials.get(unit.getCode()) : null;
        return handler == null || handler.hasOffset() ? null : handler.getUnits();
    }
}
