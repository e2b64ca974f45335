import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * HAPI's validator with R4's own definitions and those in the folders given, and nothing from the network. An extension or a profile that nobody defined is an error. Takes the
 * folders, then instances as {@link ValidationLoop} says. The home directory, which should be one of its own, gets {@link CorePackage}.
 */
class ProfileValidator {

    private static final FhirContext R4 = FhirContext.forR4();

    private ProfileValidator() {}

    /** R4 prefers some languages and allows all: without this, HAPI calls Norwegian an error. */
    private static final class AnyLanguage extends CommonCodeSystemsTerminologyService {

        private static final String PREFERRED = "http://hl7.org/fhir/ValueSet/languages";

        AnyLanguage(FhirContext context) {
            super(context);
        }

        @Override
        public CodeValidationResult validateCode(
                ValidationSupportContext root, ConceptValidationOptions options, String system, String code, String display, String valueSet) {
            String allowed = PREFERRED.equals(valueSet) ? ALL_LANGUAGES_VALUESET_URL : valueSet;
            return super.validateCode(root, options, system, code, display, allowed);
        }

        @Override
        public CodeValidationResult validateCodeInValueSet(
                ValidationSupportContext root, ConceptValidationOptions options, String system, String code, String display, IBaseResource valueSet) {
            if (valueSet instanceof ValueSet bound && PREFERRED.equals(bound.getUrl())) {
                return super.validateCode(root, options, system, code, display, ALL_LANGUAGES_VALUESET_URL);
            }
            return super.validateCodeInValueSet(root, options, system, code, display, valueSet);
        }
    }

    public static void main(String[] folders) throws IOException {
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(R4);
        for (String folder : folders) {
            addAll(Path.of(folder), ours);
        }
        CorePackage.writeTo(Path.of(System.getProperty("user.home")), R4, resourcesExtended(ours));
        FhirInstanceValidator validator = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                ours,
                new AnyLanguage(R4),
                new InMemoryTerminologyServerValidationSupport(R4),
                new SnapshotGeneratingValidationSupport(R4)));
        validator.setAnyExtensionsAllowed(false);
        validator.setErrorForUnknownProfiles(true);
        ValidationLoop.run(R4.newValidator().registerValidatorModule(validator));
    }

    /** The types that extensions may stand in, by the definitions' own word. */
    private static Set<String> resourcesExtended(PrePopulatedValidationSupport ours) {
        Set<String> types = new HashSet<>();
        for (IBaseResource resource : ours.fetchAllStructureDefinitions()) {
            if (resource instanceof StructureDefinition definition) {
                definition.getContext().forEach(context -> types.add(context.getExpression().replaceFirst("\\..*", "")));
            }
        }
        return types;
    }

    private static void addAll(Path folder, PrePopulatedValidationSupport ours) throws IOException {
        IParser parser = R4.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        for (Path file : files) {
            switch (parser.parseResource(Files.readString(file))) {
                case StructureDefinition profile -> ours.addStructureDefinition(profile);
                case ValueSet valueSet -> ours.addValueSet(valueSet);
                case CodeSystem codeSystem -> ours.addCodeSystem(codeSystem);
                default -> {
                    // not needed to understand an instance
                }
            }
        }
    }
}
