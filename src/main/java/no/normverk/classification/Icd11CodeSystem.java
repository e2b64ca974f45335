package no.normverk.classification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.CompoundProperty;
import no.normverk.terminology.ConceptFilter;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Extension;
import no.normverk.terminology.ForwardingCodeSystem;
import no.normverk.terminology.Languages;
import no.normverk.terminology.Message;
import no.normverk.terminology.Objection;
import no.normverk.terminology.Retirement;
import no.normverk.terminology.Term;
import no.normverk.terminology.Text;
import no.normverk.terminology.Value;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * ICD-11 with the clusters that a request names as concepts of their own, after the classification's. A cluster is below its first stem code, and below every cluster whose codes it has all of, or codes
 * below them.
 */
final class Icd11CodeSystem extends ForwardingCodeSystem {
    private static final String PART = "part";

    private final List<Icd11Cluster> clusters;
    private final Map<String, Integer> ordinals = new HashMap<>();

    Icd11CodeSystem(CodeSystemVersion version) {
        this(version, List.of());
    }

    private Icd11CodeSystem(CodeSystemVersion version, List<Icd11Cluster> clusters) {
        super(version);
        this.clusters = List.copyOf(clusters);
        clusters.forEach(cluster -> ordinals.putIfAbsent(cluster.code(version), version.size() + ordinals.size()));
    }

    @Override
    public CodeSystemVersion withExpressions(Collection<String> codes) {
        List<Icd11Cluster> all = new ArrayList<>(clusters);
        for (String code : codes) {
            if (Icd11Cluster.isComposed(code)
                    && Icd11Cluster.read(version(), code) instanceof Icd11Cluster.Reading.Understood(Icd11Cluster cluster)
                    && !all.contains(cluster)) {
                all.add(cluster);
            }
        }
        return all.size() == clusters.size() ? this : new Icd11CodeSystem(version(), all);
    }

    private @Nullable Icd11Cluster cluster(int ordinal) {
        return ordinal < version().size() ? null : clusters.get(ordinal - version().size());
    }

    /** What is said of a code itself, or of a cluster otherwise. */
    private <T> T either(int ordinal, IntFunction<T> ofCode, java.util.function.Function<Icd11Cluster, T> ofCluster) {
        Icd11Cluster cluster = cluster(ordinal);
        return cluster == null ? ofCode.apply(ordinal) : ofCluster.apply(cluster);
    }

    @Override
    public int size() {
        return version().size() + clusters.size();
    }

    @Override
    public int locate(String code) {
        int ordinal = version().locate(code);
        if (ordinal >= 0 || clusters.isEmpty() || !Icd11Cluster.isComposed(code)) {
            return ordinal;
        }
        return Icd11Cluster.read(version(), code) instanceof Icd11Cluster.Reading.Understood(Icd11Cluster cluster)
                ? ordinals.getOrDefault(cluster.code(version()), -1)
                : -1;
    }

    @Override
    public String code(int ordinal) {
        return either(ordinal, version()::code, cluster -> cluster.code(version()));
    }

    @Override
    public Text codeText(int ordinal) {
        return either(ordinal, version()::codeText, cluster -> Text.of(cluster.code(version())));
    }

    @Override
    public @Nullable String display(int ordinal) {
        Icd11Cluster cluster = cluster(ordinal);
        return cluster == null ? version().display(ordinal) : title(cluster, version()::display);
    }

    private static String title(Icd11Cluster cluster, IntFunction<@Nullable String> title) {
        List<@Nullable String> titles = new ArrayList<>();
        cluster.parts().forEach(part -> titles.add(title.apply(part)));
        return cluster.title(titles);
    }

    @Override
    public @Nullable String displayLanguage(int ordinal) {
        return header().language();
    }

    @Override
    public List<Designation> designations(int ordinal) {
        return either(ordinal, version()::designations, cluster -> List.of());
    }

    @Override
    public List<Designation> retiredDesignations(int ordinal) {
        return either(ordinal, version()::retiredDesignations, cluster -> List.of());
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return cluster(ordinal) == null ? version().definition(ordinal) : null;
    }

    @Override
    public boolean isInactive(int ordinal) {
        return either(ordinal, version()::isInactive, cluster -> cluster.parts().stream().anyMatch(version()::isInactive));
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return cluster(ordinal) == null && version().isAbstract(ordinal);
    }

    @Override
    public @Nullable String status(int ordinal) {
        return cluster(ordinal) == null ? version().status(ordinal) : null;
    }

    @Override
    public List<ConceptProperty> properties(int ordinal) {
        return either(ordinal, version()::properties, cluster -> cluster.parts().stream()
                .map(part -> new ConceptProperty(PART, new Value.Code(version().code(part)), -1, part))
                .toList());
    }

    @Override
    public List<ConceptProperty> properties(int ordinal, Predicate<String> wanted) {
        return properties(ordinal).stream().filter(property -> wanted.test(property.code())).toList();
    }

    @Override
    public List<CompoundProperty> compoundProperties(int ordinal, Predicate<String> wanted) {
        return either(ordinal, code -> version().compoundProperties(code, wanted), cluster -> List.of());
    }

    @Override
    public @Nullable Message whyNotValid(int ordinal) {
        return cluster(ordinal) == null ? version().whyNotValid(ordinal) : null;
    }

    @Override
    public Retirement retirement(int ordinal) {
        return either(ordinal, version()::retirement, cluster -> Retirement.UNKNOWN);
    }

    @Override
    public @Nullable List<Objection> objections(int ordinal) {
        return cluster(ordinal) == null ? version().objections(ordinal) : null;
    }

    @Override
    public List<Extension> extensions(int ordinal) {
        return either(ordinal, version()::extensions, cluster -> List.of());
    }

    @Override
    public void forEachParent(int ordinal, IntConsumer visitor) {
        Icd11Cluster cluster = cluster(ordinal);
        if (cluster == null) {
            version().forEachParent(ordinal, visitor);
        } else {
            visitor.accept(cluster.stems().getFirst().code());
        }
    }

    @Override
    public void forEachChild(int ordinal, IntConsumer visitor) {
        if (cluster(ordinal) == null) {
            version().forEachChild(ordinal, visitor);
        }
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        if (ancestor == descendant) {
            return true;
        }
        Icd11Cluster below = cluster(descendant);
        Icd11Cluster above = cluster(ancestor);
        if (below == null) {
            return above == null && version().subsumes(ancestor, descendant);
        }
        if (above == null) {
            return version().subsumes(ancestor, below.stems().getFirst().code());
        }
        return above.parts().stream()
                .allMatch(part -> below.parts().stream().anyMatch(other -> version().subsumes(part, other)));
    }

    @Override
    public ConceptSet all() {
        return ConceptSet.range(0, size());
    }

    @Override
    public ConceptSet active() {
        return ConceptSet.range(version().size(), size()).or(version().active());
    }

    @Override
    protected boolean changes(ConceptFilter filter) {
        return !clusters.isEmpty();
    }

    @Override
    public ConceptSet filter(ConceptFilter filter) {
        RoaringBitmap passing = version().filter(filter).toBitmap();
        int value = filter.property().equals("concept") || filter.property().equals("code") ? locate(filter.value()) : -1;
        for (int ordinal = version().size(); value >= 0 && ordinal < size(); ordinal++) {
            boolean passes = switch (filter.operator()) {
                case IS_A -> subsumes(value, ordinal);
                case DESCENDENT_OF -> value != ordinal && subsumes(value, ordinal);
                case IS_NOT_A -> !subsumes(value, ordinal);
                case EQUALS -> value == ordinal;
                default -> false;
            };
            if (passes) {
                passing.add(ordinal);
            }
        }
        return ConceptSet.of(passing);
    }

    @Override
    public @Nullable Term term(int ordinal, Languages languages) {
        Icd11Cluster cluster = cluster(ordinal);
        if (cluster == null) {
            return version().term(ordinal, languages);
        }
        String title = title(cluster, part -> {
            Term term = version().term(part, languages);
            return term == null ? version().display(part) : term.value();
        });
        return new Term(title, displayLanguage(ordinal), true);
    }

    @Override
    public boolean hasGrammar() {
        return true;
    }

    @Override
    public boolean isExpression(int ordinal) {
        return cluster(ordinal) != null;
    }

    @Override
    public @Nullable Message whyNoExpression(String code) {
        return Icd11Cluster.isComposed(code) && Icd11Cluster.read(version(), code) instanceof Icd11Cluster.Reading.Refused(Message why) ? why : null;
    }

    @Override
    public boolean isShared() {
        return clusters.isEmpty();
    }
}
