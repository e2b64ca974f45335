package no.normverk.snomed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.normverk.terminology.Acceptability;
import no.normverk.terminology.Coding;
import no.normverk.terminology.ConceptSet;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Text;
import no.normverk.terminology.edition.ColumnFile;
import no.normverk.terminology.edition.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * The descriptions and text definitions of an edition, numbered by concept: those of a concept reach from {@link #start} up to
 * but not including {@link #end}; active ones first, then fully specified name, synonyms, definitions, then by identifier.
 */
public final class Descriptions {

    /** Everything about a description that repeats. */
    private record Kind(
            boolean active,
            long type,
            long module,
            long caseSignificance,
            String language,
            byte[] standing,
            Designation pattern) {}

    private static final byte PREFERRED = 2;
    private static final byte ACCEPTABLE = 1;
    private static final Coding PREFERRED_ROLE = Coding.of(Sctid.SYSTEM, Long.toString(Sctid.PREFERRED), "Preferred");
    private static final Coding ACCEPTABLE_ROLE = Coding.of(Sctid.SYSTEM, Long.toString(Sctid.ACCEPTABLE), "Acceptable");

    private final int[] start;
    private final int[] kindOf;
    private final ColumnFile.LongColumn ids;
    private final ColumnFile.IntColumn byId;
    private final ColumnFile.IntColumn times;
    private final TextColumn texts;
    private final Kind[] kinds;
    private volatile @Nullable ConceptSet withDefinition;

    Descriptions(ColumnFile columns, Dialects dialects) {
        this.start = columns.ints(SnomedColumns.DESCRIPTION_START);
        this.kindOf = columns.ints(SnomedColumns.DESCRIPTION_KIND);
        this.ids = columns.mappedLongs(SnomedColumns.DESCRIPTION_ID);
        this.byId = columns.mappedInts(SnomedColumns.DESCRIPTION_BY_ID);
        this.times = columns.mappedInts(SnomedColumns.DESCRIPTION_TIME);
        this.texts = columns.texts(SnomedColumns.DESCRIPTION_TEXT);
        this.kinds = kinds(columns, dialects);
    }

    private static Kind[] kinds(ColumnFile columns, Dialects dialects) {
        byte[] flags = columns.bytes(SnomedColumns.KIND_FLAGS);
        long[] types = columns.longs(SnomedColumns.KIND_TYPE);
        long[] modules = columns.longs(SnomedColumns.KIND_MODULE);
        long[] cases = columns.longs(SnomedColumns.KIND_CASE);
        TextColumn languages = columns.texts(SnomedColumns.KIND_LANGUAGE);
        int[] from = columns.ints(SnomedColumns.KIND_ACCEPTANCE_START);
        int[] acceptances = columns.ints(SnomedColumns.KIND_ACCEPTANCE);
        Kind[] kinds = new Kind[flags.length];
        for (int k = 0; k < kinds.length; k++) {
            byte[] standing = new byte[dialects.size()];
            List<Acceptability> shown = new ArrayList<>();
            for (int i = from[k]; i < from[k + 1]; i++) {
                int dialect = acceptances[i] >> 1;
                boolean preferred = (acceptances[i] & 1) == 1;
                standing[dialect] = preferred ? PREFERRED : ACCEPTABLE;
                shown.add(new Acceptability(
                        dialects.tag(dialect),
                        preferred,
                        dialects.coding(dialect),
                        preferred ? PREFERRED_ROLE : ACCEPTABLE_ROLE));
            }
            String language = languages.get(k);
            Designation pattern = new Designation(language, use(types[k]), "", List.copyOf(shown), List.of());
            kinds[k] =
                    new Kind((flags[k] & SnomedColumns.ACTIVE) != 0, types[k], modules[k], cases[k], language, standing, pattern);
        }
        return kinds;
    }

    private static Coding use(long type) {
        String code = Long.toString(type);
        if (type == Sctid.FULLY_SPECIFIED_NAME) {
            return Coding.of(Sctid.SYSTEM, code, "Fully specified name");
        }
        if (type == Sctid.SYNONYM) {
            return Coding.of(Sctid.SYSTEM, code, "Synonym");
        }
        return type == Sctid.DEFINITION ? Coding.of(Sctid.SYSTEM, code, "Definition") : Coding.of(Sctid.SYSTEM, code);
    }

    /** How many there are. */
    public int size() {
        return kindOf.length;
    }

    public int start(int concept) {
        return start[concept];
    }

    public int end(int concept) {
        return start[concept + 1];
    }

    /** The concept that a description belongs to. */
    public int concept(int description) {
        int found = Arrays.binarySearch(start, description);
        if (found < 0) {
            return -found - 2;
        }
        // Concepts without descriptions begin where the next one does: the last of them has it.
        while (start[found + 1] == description) {
            found++;
        }
        return found;
    }

    /** The number of the description with this SCTID, or -1. */
    public int find(long id) {
        int low = 0;
        int high = byId.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compare(ids.get(byId.get(middle)), id);
            if (order == 0) {
                return byId.get(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    public long id(int description) {
        return ids.get(description);
    }

    public String text(int description) {
        return texts.get(description);
    }

    /** The text where it lies. */
    Text stored(int description) {
        return texts.text(description);
    }

    /** The text in UTF-8. */
    public byte[] utf8(int description) {
        return texts.utf8(description);
    }

    public boolean isActive(int description) {
        return kind(description).active;
    }

    /** {@link Sctid#FULLY_SPECIFIED_NAME}, {@link Sctid#SYNONYM} or {@link Sctid#DEFINITION}. */
    public long type(int description) {
        return kind(description).type;
    }

    public long module(int description) {
        return kind(description).module;
    }

    public long caseSignificance(int description) {
        return kind(description).caseSignificance;
    }

    /** BCP 47; for RF2's {@code no} it is {@code nb} or {@code nn} where the language reference sets tell. */
    public String language(int description) {
        return kind(description).language;
    }

    /** The day as yyyymmdd. */
    public int effectiveTime(int description) {
        return times.get(description);
    }

    public boolean isPreferred(int description, int dialect) {
        return kind(description).standing[dialect] == PREFERRED;
    }

    public boolean isAcceptable(int description, int dialect) {
        return kind(description).standing[dialect] == ACCEPTABLE;
    }

    /** Whether it is in the dialect's reference set, preferred or acceptable. */
    public boolean isIn(int description, int dialect) {
        return kind(description).standing[dialect] != 0;
    }

    private Kind kind(int description) {
        return kinds[kindOf[description]];
    }

    Designation designation(int description) {
        Designation pattern = kind(description).pattern;
        return new Designation(
                pattern.language(), pattern.use(), text(description), pattern.acceptability(), pattern.extensions());
    }

    /** The preferred synonym of a concept in a dialect, or -1. */
    public int preferredSynonym(int concept, int dialect) {
        for (int i = start[concept]; i < start[concept + 1]; i++) {
            Kind kind = kind(i);
            if (kind.standing[dialect] == PREFERRED && kind.active && kind.type == Sctid.SYNONYM) {
                return i;
            }
        }
        return -1;
    }

    /** The first active description of a type, or -1; in the given language, or in any when that is empty. */
    public int first(int concept, long type, String language) {
        for (int i = start[concept]; i < start[concept + 1]; i++) {
            Kind kind = kind(i);
            if (kind.active && kind.type == type && (language.isEmpty() || kind.language.equals(language))) {
                return i;
            }
        }
        return -1;
    }

    /** The concepts that have an active text definition; the first call looks at all descriptions. */
    public ConceptSet conceptsWithDefinition() {
        ConceptSet known = withDefinition;
        if (known == null) {
            known = ConceptSet.where(start.length - 1, concept -> first(concept, Sctid.DEFINITION, "") >= 0);
            withDefinition = known;
        }
        return known;
    }
}
