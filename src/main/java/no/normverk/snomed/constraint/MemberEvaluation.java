package no.normverk.snomed.constraint;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import no.normverk.snomed.RefsetRows;
import no.normverk.snomed.SnomedEdition;
import no.normverk.snomed.ecl.MemberOf;
import no.normverk.terminology.ConceptSet;
import org.roaringbitmap.RoaringBitmap;

/** Answers from the rows of reference sets: members, columns and historical associations. */
final class MemberEvaluation {

    private static final String COMPONENT = "referencedComponentId";
    private static final String TARGET = "targetComponentId";

    private final SnomedEdition edition;
    private final Evaluation evaluation;
    private final Work work;
    private final RowTests tests;

    MemberEvaluation(SnomedEdition edition, Evaluation evaluation, Work work) {
        this.edition = edition;
        this.evaluation = evaluation;
        this.work = work;
        this.tests = new RowTests(evaluation, work);
    }

    ConceptSet evaluate(Plan.Members members) {
        LongSet refsets = evaluation.ids(members.refsets());
        if (members.tests().isEmpty() && members.what() instanceof MemberOf.ReferencedComponents) {
            ConceptSet found = ConceptSet.EMPTY;
            for (long refset : refsets) {
                found = found.or(edition.refsets().members(refset));
            }
            return found;
        }
        List<RefsetRows> all = new ArrayList<>();
        for (long refset : refsets) {
            RefsetRows rows = edition.refsets().rows(refset);
            if (rows != null) {
                all.add(rows);
            }
        }
        tests.check(members.tests(), fieldNames(members.what()), all);
        RoaringBitmap found = new RoaringBitmap();
        for (RefsetRows rows : all) {
            collect(rows, members, found);
        }
        return ConceptSet.of(found);
    }

    private static List<String> fieldNames(MemberOf what) {
        return what instanceof MemberOf.Fields fields ? fields.names() : List.of();
    }

    private void collect(RefsetRows rows, Plan.Members members, RoaringBitmap found) {
        List<String> columns = columns(members.what(), rows);
        work.add((3L + columns.size() + members.tests().size()) * rows.size());
        IntPredicate test = tests.compile(members.tests(), rows);
        for (int row = 0; row < rows.size(); row++) {
            if (!test.test(row)) {
                continue;
            }
            for (String column : columns) {
                int concept = edition.locate(RowTests.id(rows, column, row));
                if (concept >= 0) {
                    found.add(concept);
                }
            }
        }
    }

    private static List<String> columns(MemberOf what, RefsetRows rows) {
        return switch (what) {
            case MemberOf.None _, MemberOf.ReferencedComponents _ -> List.of(COMPONENT);
            case MemberOf.Fields fields ->
                fields.names().stream().filter(name -> RowTests.has(rows, name)).toList();
            case MemberOf.EveryField _ -> {
                List<String> every = new ArrayList<>(List.of(COMPONENT));
                every.addAll(rows.fields());
                yield every;
            }
        };
    }

    /** Adds the inactive concepts whose association leads to a concept of the set. */
    ConceptSet withHistory(ConceptSet set, Ids associations) {
        if (set.isEmpty()) {
            return set;
        }
        RoaringBitmap found = set.toBitmap();
        for (long refset : evaluation.ids(associations)) {
            RefsetRows rows = edition.refsets().rows(refset);
            int target = rows == null ? -1 : rows.field(TARGET);
            if (rows == null || target < 0 || rows.types().charAt(target) == 's') {
                continue;
            }
            work.add(4L * rows.size());
            for (int row = 0; row < rows.size(); row++) {
                addSource(set, rows, row, target, found);
            }
        }
        return ConceptSet.of(found);
    }

    private void addSource(ConceptSet set, RefsetRows rows, int row, int target, RoaringBitmap found) {
        if (!rows.isActive(row) || rows.number(row, target) <= 0) {
            return;
        }
        int to = edition.locate(rows.number(row, target));
        int from = to >= 0 && set.contains(to) ? edition.locate(rows.component(row)) : -1;
        if (from >= 0 && edition.isInactive(from)) {
            found.add(from);
        }
    }
}
