package no.normverk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rooms of the system and the arrows between them: who may use whom. */
class ArchitectureTest {

    private static final String OURS = "no.normverk";
    private static final Set<String> ROOMS = Set.of(
            "authoring",
            "catalogue",
            "classification",
            "command",
            "fhir",
            "language",
            "loading",
            "loinc",
            "plans",
            "security",
            "snomed",
            "store",
            "terminology",
            "ucum",
            "web");
    private static final String[] ENGINE = {
        "no.normverk.terminology..",
        "no.normverk.snomed..",
        "no.normverk.loinc..",
        "no.normverk.ucum..",
        "no.normverk.language..",
        "no.normverk.classification..",
        "no.normverk.authoring..",
        "no.normverk.catalogue..",
        "no.normverk.plans.."
    };
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(OURS);

    private static DescribedPredicate<JavaClass> oursOutside(String... rooms) {
        List<String> allowed = Arrays.stream(rooms).map(room -> OURS + "." + room).toList();
        return DescribedPredicate.describe("of ours outside " + allowed, type -> {
            String name = type.getPackageName();
            boolean ours = name.equals(OURS) || name.startsWith(OURS + ".");
            return ours && allowed.stream().noneMatch(room -> name.equals(room) || name.startsWith(room + "."));
        });
    }

    private static void uses(String room, String... allowed) {
        String[] all = Stream.concat(Stream.of(room), Arrays.stream(allowed)).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(OURS + "." + room + "..")
                .should()
                .dependOnClassesThat(oursOutside(all))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theTerminologyEngineStandsAlone() {
        uses("terminology");
    }

    @Test
    void theEngineKnowsNothingOfItsEditionsOnDisk() {
        noClasses()
                .that()
                .resideInAPackage("no.normverk.terminology..")
                .and()
                .resideOutsideOfPackage("no.normverk.terminology.edition..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("no.normverk.terminology.edition..")
                .check(CLASSES);
    }

    @Test
    void formatsAndCatalogueUseTheEngineOnly() {
        uses("snomed", "terminology");
        uses("loinc", "terminology");
        uses("ucum", "terminology");
        uses("language", "terminology");
        uses("classification", "terminology");
        uses("authoring");
        uses("catalogue", "authoring", "terminology");
        uses("plans", "authoring", "terminology");
    }

    @Test
    void theStoreStandsAlone() {
        uses("store");
        uses("security", "store");
    }

    @Test
    void theFacesUseTheEngineAndNotEachOther() {
        uses("fhir", "authoring", "terminology", "snomed", "ucum", "language", "classification", "catalogue", "plans", "store");
        uses("web", "authoring", "terminology", "snomed", "classification", "catalogue", "plans", "store");
    }

    @Test
    void nobodyUsesTheTop() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOMS.stream().filter(room -> !room.equals("command")).map(room -> OURS + "." + room + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OURS)
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsNothingOfTheWebDatabasesOrFhirLibraries() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "jakarta.servlet..", "ca.uhn..", "org.hl7..", "java.sql..", "javax.sql..", "java.net.http..")
                .check(CLASSES);
    }

    @Test
    void theEngineParsesNoJson() {
        noClasses()
                .that()
                .resideInAnyPackage("no.normverk.terminology..", "no.normverk.snomed..")
                .and()
                .resideOutsideOfPackage("no.normverk.terminology.edition..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void roomsAreNotInACircle() {
        slices().matching("no.normverk.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void partsOfTheEngineAreNotInACircleWithTheEditions() {
        slices().matching("no.normverk.(snomed|classification|catalogue|store)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyRoomIsKnown() {
        Set<String> rooms = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(OURS + "."))
                .map(name -> name.substring(OURS.length() + 1).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ROOMS).containsAll(rooms);
    }

    @Test
    void everyPackageTellsWhatItIsForAndIsNullMarked() throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            Set<Path> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .collect(Collectors.toCollection(TreeSet::new));
            for (Path folder : packages) {
                assertThat(folder.resolve("package-info.java")).exists();
                assertThat(Files.readString(folder.resolve("package-info.java"))).contains("/**").contains("@" + NullMarked.class.getSimpleName());
            }
        }
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        classes()
                .that()
                .resideInAPackage("no.normverk..")
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
                .check(CLASSES);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..manager..", "..helper..", "..helpers..", "..service..", "..misc..")
                .check(CLASSES);
    }

    @Test
    void nothingPrintsToTheConsoleExceptTheCommands() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINE)
                .or()
                .resideInAnyPackage("no.normverk.fhir.operation..", "no.normverk.fhir.server..", "no.normverk.store..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}
