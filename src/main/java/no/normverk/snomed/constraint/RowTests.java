package no.normverk.snomed.constraint;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import no.normverk.snomed.RefsetRows;
import no.normverk.snomed.Sctid;
import no.normverk.snomed.ecl.Comparison;
import no.normverk.snomed.ecl.Equality;

/** Filters on the rows of a reference set. */
final class RowTests {

    /** What reading the value of a column costs, and making a number or an identifier of it. */
    private static final int VALUE = 50;

    private final Evaluation evaluation;
    private final Work work;

    RowTests(Evaluation evaluation, Work work) {
        this.evaluation = evaluation;
        this.work = work;
    }

    /** Whether the rows have a column of this name. */
    static boolean has(RefsetRows rows, String name) {
        return isCommon(name) || rows.field(name) >= 0;
    }

    private static boolean isCommon(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "referencedcomponentid", "refsetid", "moduleid", "id", "effectivetime", "active" -> true;
            default -> false;
        };
    }

    /** The value of a column as an SCTID; -1 when it is something else. */
    static long id(RefsetRows rows, String name, int row) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "referencedcomponentid" -> rows.component(row);
            case "refsetid" -> rows.refset();
            case "moduleid" -> rows.module(row);
            case "id", "effectivetime", "active" -> -1;
            default -> Sctid.parse(rows.text(row, rows.field(name)));
        };
    }

    private static String text(RefsetRows rows, String name, int row) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "id" -> rows.id(row).toString();
            case "effectivetime" -> Integer.toString(rows.effectiveTime(row));
            case "active" -> rows.isActive(row) ? "1" : "0";
            case "referencedcomponentid", "refsetid", "moduleid" -> Long.toString(id(rows, name, row));
            default -> rows.text(row, rows.field(name));
        };
    }

    /**
     * Refuses names of columns that none of the reference sets has.
     *
     * @throws UnknownFieldException for the first such name
     */
    void check(List<Test> tests, List<String> columns, List<RefsetRows> all) {
        if (all.isEmpty()) {
            return;
        }
        for (String name : columns) {
            check(name, all);
        }
        for (Test test : tests) {
            if (test instanceof Test.HasField field) {
                check(field.field(), all);
            }
        }
    }

    private static void check(String name, List<RefsetRows> all) {
        if (all.stream().noneMatch(rows -> has(rows, name))) {
            throw new UnknownFieldException(name, all.getFirst().fields());
        }
    }

    /** A predicate on the numbers of rows: all tests, and without one of the status that the row is active. */
    IntPredicate compile(List<Test> tests, RefsetRows rows) {
        List<IntPredicate> all = new ArrayList<>();
        if (tests.stream().noneMatch(Test.IsActive.class::isInstance)) {
            all.add(rows::isActive);
        }
        tests.forEach(test -> all.add(compile(test, rows)));
        return Evaluation.all(all);
    }

    private IntPredicate compile(Test test, RefsetRows rows) {
        return switch (test) {
            case Test.IsActive status -> row -> rows.isActive(row) == status.active();
            case Test.InModule module -> {
                LongSet modules = evaluation.ids(module.modules());
                boolean wanted = module.operator() == Equality.EQUAL;
                yield row -> modules.contains(rows.module(row)) == wanted;
            }
            case Test.Released released -> row -> Times.holds(released, rows.effectiveTime(row));
            case Test.HasField field when has(rows, field.field()) -> counted(field(field, rows));
            case Test.HasField _ -> row -> false;
            case Test other -> throw new IllegalArgumentException(other + " is no test of rows");
        };
    }

    private IntPredicate counted(IntPredicate test) {
        return row -> {
            work.add(VALUE);
            return test.test(row);
        };
    }

    private IntPredicate field(Test.HasField test, RefsetRows rows) {
        String name = test.field();
        return switch (test.comparison()) {
            case Comparison.Concepts concepts -> {
                LongSet ids = evaluation.ids(Objects.requireNonNull(test.ids()));
                boolean wanted = concepts.operator() == Equality.EQUAL;
                yield row -> ids.contains(id(rows, name, row)) == wanted;
            }
            case Comparison.Number number -> row -> {
                BigDecimal value = number(text(rows, name, row));
                return value != null && Orders.holds(number.operator(), value.compareTo(number.value()));
            };
            case Comparison.Text text -> {
                TextMatch match = TextMatch.ofValue(text.terms());
                boolean wanted = text.operator() == Equality.EQUAL;
                yield row -> {
                    String value = text(rows, name, row);
                    work.add(match.cost(value));
                    return match.matches(value) == wanted;
                };
            }
            case Comparison.Bool bool -> row -> {
                String value = text(rows, name, row);
                boolean truth = value.equals("1") || value.equalsIgnoreCase("true");
                boolean falsehood = value.equals("0") || value.equalsIgnoreCase("false");
                return (truth || falsehood) && (truth == bool.value()) == (bool.operator() == Equality.EQUAL);
            };
            case Comparison.Times times -> {
                Test.Released released = new Test.Released(times.operator(), times.values());
                yield row -> {
                    int day = Times.day(text(rows, name, row));
                    return day >= 0 && Times.holds(released, day);
                };
            }
        };
    }

    private static @org.jspecify.annotations.Nullable BigDecimal number(String text) {
        String digits = text.startsWith("#") ? text.substring(1) : text;
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-');
        if (!number) {
            return null;
        }
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
