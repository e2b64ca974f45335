package no.normverk.terminology.memory;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.Hierarchy;
import no.normverk.terminology.TerminologyException;
import no.normverk.terminology.Value;
import no.normverk.terminology.search.LinearTextSearch;
import no.normverk.terminology.search.TextSearch;
import org.jspecify.annotations.Nullable;

/**
 * A code system version held in memory. Ordinals follow the definition's order, so that answers come in the order the author chose. Of two concepts with
 * the same code the first counts.
 */
public final class InMemoryCodeSystem implements CodeSystemVersion {

    private static final Set<String> INACTIVE_STATUSES = Set.of("retired", "inactive");

    private final CodeSystemHeader header;
    private final ConceptDefinition[] concepts;
    private final Object2IntOpenHashMap<String> ordinals;
    private final Hierarchy hierarchy;
    private final ConceptStates states;
    private final TextSearch text;
    private final Rules rules;

    /** What a code system has of its own, beyond what its definition can say. */
    public interface Rules {

        /**
         * The concepts that a filter selects; the default knows what FHIR defines for all code systems.
         *
         * @throws TerminologyException when the filter cannot be understood
         */
        default ConceptSet select(CodeSystemVersion system, ConceptFilter filter) {
            return new PropertyFilters(system).select(filter);
        }

        /** What is the same for all spellings of one code; the code itself, unless a system allows more than one spelling. */
        default String plain(String code) {
            return code;
        }

        /** Other names by which a concept can be asked for, such as URIs; each in the form that {@link #plain} gives. */
        default List<String> otherNames(ConceptDefinition concept) {
            return List.of();
        }

        /** Whether {@code $lookup} tells a property without being asked for it. */
        default boolean isShownByDefault(String property) {
            return true;
        }
    }

    public InMemoryCodeSystem(CodeSystemDefinition definition) {
        this(definition, new Rules() {});
    }

    /** A code system with rules of its own. */
    public InMemoryCodeSystem(CodeSystemDefinition definition, Rules rules) {
        this.header = definition.header();
        this.rules = rules;
        this.ordinals = new Object2IntOpenHashMap<>(definition.concepts().size());
        ordinals.defaultReturnValue(-1);
        List<ConceptDefinition> kept = new ArrayList<>(definition.concepts().size());
        for (ConceptDefinition concept : definition.concepts()) {
            if (ordinals.putIfAbsent(key(concept.code()), kept.size()) < 0) {
                kept.add(concept);
            }
        }
        for (int ordinal = 0; ordinal < kept.size(); ordinal++) {
            for (String name : rules.otherNames(kept.get(ordinal))) {
                ordinals.putIfAbsent(name, ordinal);
            }
        }
        this.concepts = kept.toArray(ConceptDefinition[]::new);
        this.hierarchy = hierarchyOf();
        this.states = ConceptStates.of(header, concepts, INACTIVE_STATUSES);
        this.text = new LinearTextSearch(this);
    }

    private String key(String code) {
        String plain = rules.plain(code);
        return header.caseSensitive() ? plain : plain.toLowerCase(Locale.ROOT);
    }

    /** Parents are the concepts nested in, the values of {@code parent} properties, and those that name a concept in their {@code child} property. */
    private Hierarchy hierarchyOf() {
        Set<String> parentProperties = new LinkedHashSet<>(header.propertyCodesMeaning("parent"));
        Set<String> childProperties = new LinkedHashSet<>(header.propertyCodesMeaning("child"));
        parentProperties.add("parent");
        childProperties.add("child");
        Parents parents = new Parents(concepts.length);
        for (int ordinal = 0; ordinal < concepts.length; ordinal++) {
            for (String parent : concepts[ordinal].parents()) {
                parents.add(ordinal, ordinals.getInt(key(parent)));
            }
            for (ConceptProperty property : concepts[ordinal].properties()) {
                boolean isParent = parentProperties.contains(property.code());
                int other = isParent || childProperties.contains(property.code()) ? ordinals.getInt(key(property.value().text())) : -1;
                if (other >= 0 && isParent) {
                    parents.add(ordinal, other);
                } else if (other >= 0) {
                    parents.add(other, ordinal);
                }
            }
        }
        return parents.hierarchy();
    }

    /** The parents of each concept, in the order in which they are told; hardly any has more than one. */
    private static final class Parents {
        private final int[] first;
        private final Int2ObjectOpenHashMap<IntLinkedOpenHashSet> others = new Int2ObjectOpenHashMap<>();

        Parents(int concepts) {
            this.first = new int[concepts];
            Arrays.fill(first, -1);
        }

        void add(int child, int parent) {
            if (parent < 0 || parent == child || first[child] == parent) {
                return;
            }
            if (first[child] < 0) {
                first[child] = parent;
            } else {
                others.computeIfAbsent(child, none -> new IntLinkedOpenHashSet(2)).add(parent);
            }
        }

        Hierarchy hierarchy() {
            int[] start = new int[first.length + 1];
            IntArrayList parents = new IntArrayList(first.length);
            for (int ordinal = 0; ordinal < first.length; ordinal++) {
                if (first[ordinal] >= 0) {
                    parents.add(first[ordinal]);
                }
                IntLinkedOpenHashSet more = others.get(ordinal);
                if (more != null) {
                    parents.addAll(more);
                }
                start[ordinal + 1] = parents.size();
            }
            return Hierarchy.of(start, parents.toIntArray());
        }
    }

    @Override
    public CodeSystemHeader header() {
        return header;
    }

    @Override
    public int size() {
        return concepts.length;
    }

    @Override
    public int locate(String code) {
        return ordinals.getInt(key(code));
    }

    @Override
    public String code(int ordinal) {
        return concepts[ordinal].code();
    }

    @Override
    public @Nullable String display(int ordinal) {
        return concepts[ordinal].display();
    }

    @Override
    public @Nullable String displayLanguage(int ordinal) {
        return header.language();
    }

    @Override
    public List<Designation> designations(int ordinal) {
        return concepts[ordinal].designations();
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return concepts[ordinal].definition();
    }

    @Override
    public boolean isInactive(int ordinal) {
        return states.inactive().contains(ordinal);
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return states.notSelectable().contains(ordinal);
    }

    @Override
    public @Nullable String status(int ordinal) {
        for (ConceptProperty property : concepts[ordinal].properties()) {
            if (states.statusProperties().contains(property.code())) {
                return property.value().text();
            }
        }
        return null;
    }

    @Override
    public List<ConceptProperty> properties(int ordinal) {
        return concepts[ordinal].properties();
    }

    @Override
    public List<Extension> extensions(int ordinal) {
        return concepts[ordinal].extensions();
    }

    @Override
    public Hierarchy hierarchy() {
        return hierarchy;
    }

    @Override
    public ConceptSet active() {
        return states.inactive().isEmpty() ? all() : all().minus(states.inactive());
    }

    @Override
    public ConceptSet filter(ConceptFilter filter) {
        return rules.select(this, filter);
    }

    @Override
    public boolean isShownByDefault(String property) {
        return rules.isShownByDefault(property);
    }

    @Override
    public TextSearch text() {
        return text;
    }

    /** Whether a property value says yes. */
    static boolean isTrue(Value value) {
        return value instanceof Value.Bool bool ? bool.value() : value.text().equals("true");
    }
}
