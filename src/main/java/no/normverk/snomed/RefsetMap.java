package no.normverk.snomed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.normverk.terminology.map.MapAttribute;
import no.normverk.terminology.map.MapGroup;
import no.normverk.terminology.map.MapSource;
import no.normverk.terminology.map.MapTarget;
import no.normverk.terminology.map.Unmapped;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a map or association reference set as mappings, looked up when asked for. In the forward direction a row is
 * found by its referenced component, in the other by the value of its target column.
 *
 * <p>Of an extended or complex map nothing is lost: group, priority and category are products, a rule other than {@code TRUE}
 * is a dependency, the advice is the comment; rows are in the order of group and priority. A row without a target says that
 * there is none.
 */
final class RefsetMap implements MapGroup {

    /** What begins the URIs of columns of release files, such as {@code mapRule}. */
    private static final String FIELD = "http://snomed.info/field/";

    private static final String UNCONDITIONAL = "TRUE";

    private final SnomedEdition edition;
    private final RefsetRows rows;
    private final int value;
    private final boolean towardsSnomed;
    private final boolean association;
    private final String otherSystem;

    private RefsetMap(SnomedEdition edition, RefsetRows rows, int value, boolean towardsSnomed, boolean association) {
        this.edition = edition;
        this.rows = rows;
        this.value = value;
        this.towardsSnomed = towardsSnomed;
        this.association = association;
        this.otherSystem = association ? Sctid.SYSTEM : MapSystems.of(rows.refset());
    }

    /** The mappings of a reference set, or {@code null} when its rows are none. */
    static @Nullable RefsetMap of(SnomedEdition edition, RefsetRows rows) {
        int target = rows.field("mapTarget");
        if (target >= 0) {
            return new RefsetMap(edition, rows, target, false, false);
        }
        int source = rows.field("mapSource");
        if (source >= 0) {
            return new RefsetMap(edition, rows, source, true, false);
        }
        int associated = rows.field("targetComponentId");
        return associated < 0 ? null : new RefsetMap(edition, rows, associated, false, true);
    }

    @Override
    public @Nullable String source() {
        return towardsSnomed ? otherSystem : Sctid.SYSTEM;
    }

    @Override
    public @Nullable String sourceVersion() {
        return towardsSnomed ? null : edition.header().version();
    }

    @Override
    public @Nullable String target() {
        return towardsSnomed ? Sctid.SYSTEM : otherSystem;
    }

    @Override
    public @Nullable String targetVersion() {
        return towardsSnomed || association ? edition.header().version() : null;
    }

    @Override
    public @Nullable List<MapTarget> targets(String sourceCode) {
        List<Integer> found = towardsSnomed ? byValue(sourceCode) : byComponent(sourceCode);
        return found.isEmpty() ? null : found.stream().map(this::target).toList();
    }

    @Override
    public List<MapSource> sources(String targetCode) {
        List<Integer> found = towardsSnomed ? byComponent(targetCode) : byValue(targetCode);
        List<MapSource> sources = new ArrayList<>();
        for (int row : found) {
            String code = towardsSnomed ? rows.text(row, value) : Long.toString(rows.component(row));
            sources.add(new MapSource(code, towardsSnomed ? null : display(code), target(row)));
        }
        return sources;
    }

    private List<Integer> byComponent(String code) {
        long component = Sctid.parse(code);
        List<Integer> found = new ArrayList<>();
        for (int row = rows.first(component); component > 0 && row < rows.end(component); row++) {
            if (rows.isActive(row)) {
                found.add(row);
            }
        }
        found.sort(Comparator.comparingLong((Integer row) -> number(row, "mapGroup"))
                .thenComparingLong(row -> number(row, "mapPriority")));
        return found;
    }

    private List<Integer> byValue(String text) {
        List<Integer> found = new ArrayList<>();
        for (int row : rows.rowsWith(value, text)) {
            if (rows.isActive(row)) {
                found.add(row);
            }
        }
        return found;
    }

    private long number(int row, String field) {
        int column = rows.field(field);
        return column < 0 || rows.types().charAt(column) == 's' ? 0 : rows.number(row, column);
    }

    private MapTarget target(int row) {
        String text = towardsSnomed ? Long.toString(rows.component(row)) : rows.text(row, value);
        boolean none = text.isEmpty();
        String display = none || !Sctid.SYSTEM.equals(target()) ? null : display(text);
        return new MapTarget(
                none ? null : text,
                display,
                none ? "unmatched" : equivalence(row),
                field(row, "mapAdvice"),
                dependsOn(row),
                products(row));
    }

    private @Nullable String display(String code) {
        int concept = edition.locate(code);
        return concept < 0 ? null : edition.display(concept);
    }

    private String equivalence(int row) {
        if (association) {
            return Equivalences.ofAssociation(rows.refset());
        }
        int correlation = rows.field("correlationId");
        return correlation < 0
                ? MapSystems.equivalence(rows.refset())
                : Equivalences.ofCorrelation(rows.number(row, correlation));
    }

    private @Nullable String field(int row, String name) {
        int column = rows.field(name);
        String text = column < 0 ? "" : rows.text(row, column);
        return text.isEmpty() ? null : text;
    }

    private List<MapAttribute> dependsOn(int row) {
        String rule = field(row, "mapRule");
        return rule == null || rule.equals(UNCONDITIONAL)
                ? List.of()
                : List.of(new MapAttribute(FIELD + "mapRule", null, rule, null));
    }

    private List<MapAttribute> products(int row) {
        List<MapAttribute> products = new ArrayList<>();
        for (String name : List.of("mapGroup", "mapPriority")) {
            String text = field(row, name);
            if (text != null) {
                products.add(new MapAttribute(FIELD + name, null, text, null));
            }
        }
        String category = field(row, "mapCategoryId");
        if (category != null) {
            products.add(new MapAttribute(FIELD + "mapCategoryId", Sctid.SYSTEM, category, display(category)));
        }
        return products;
    }

    /** Maps of SNOMED CT are made concept by concept; a concept that is left out was left out on purpose. */
    @Override
    public boolean coversNarrowerCodes() {
        return false;
    }

    /** Not every code is mentioned, and of those that are not nothing is known. */
    @Override
    public @Nullable Unmapped unmapped() {
        return null;
    }
}
